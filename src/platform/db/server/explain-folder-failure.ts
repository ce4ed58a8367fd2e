import { DatabaseProblemError } from '../database-problem.ts';
import { errorCode } from './error-code.ts';

/**
 * Why a folder could not be written, in a sentence; undefined where the error is not the file system's.
 *
 * @param folder to name, when the error names none
 */
export function explainFolderFailure(error: unknown, folder: string): DatabaseProblemError | undefined {
  const where =
    error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : folder;
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DatabaseProblemError(
        'disk-full',
        `The disk that holds ${folder} is full. Make room, then start again; nothing saved is lost.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENAMETOOLONG':
    case 'EIO':
      return new DatabaseProblemError(
        'folder-not-writable',
        `Throughline could not write ${where} (${errorCode(error)}). Give this account the right to write there, or set THROUGHLINE_DATA to a folder that it may write in.`,
      );
    default:
      return undefined;
  }
}
