export { addAuditRoutes, type TrailReader } from './pages/trail.route.tsx';
