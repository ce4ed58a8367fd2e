import type { Problem } from './problem.ts';

/** Carries a problem from a hook to the error handler: hooks can only throw. Handlers answer with `problem()` instead. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
