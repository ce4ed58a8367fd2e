import { type Answer, goSaying } from '../../../platform/web/answer.ts';
import { bodyPaths } from '../paths.ts';
import type { MemberDraftOver } from './bring-members.ts';

/** Where to look instead of at a list of members that was accepted or dropped already. */
export function listDoneAlready({ fileName, ended }: MemberDraftOver): Answer {
  return ended === 'accepted'
    ? goSaying(
        bodyPaths.vacancies(),
        `${fileName} was accepted already, so nothing was changed. What it said stands with its bodies; what is still to be seen to is below.`,
      )
    : goSaying(
        bodyPaths.bringMembers(),
        `${fileName} was dropped already, so nothing was changed. Bring it in again to begin afresh.`,
      );
}
