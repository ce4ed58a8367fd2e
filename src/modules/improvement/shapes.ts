export { type Column, PlanReading } from './plan/plan-reading.shape.ts';
