import type { Finding, Sound } from './verdict.shape.ts';

/** What is wrong, and whether something was changed or something is lacking that would show it. */
export function findingInWords({ isLacking = false, sentence }: Finding): string {
  return `${isLacking ? 'NOT PROVEN.' : 'TAMPERED WITH.'} ${sentence}`;
}

/** What was verified, and what follows from it and what does not: a sentence each. */
export function soundInWords(sound: Sound, seconds: string): readonly string[] {
  const { events, first, last, whole, checkpoints } = sound;
  if (first === undefined || last === undefined) return ['There are no events.'];
  return [
    `Sound: ${count(events, 'event')} verified in ${seconds} s, from ${moment(first.at)} to ${moment(last.at)}.`,
    whole
      ? `The trail ends at event ${last.sequence} with the hash ${last.hash}.`
      : 'This is a part of the trail: nothing follows about events that are not in it.',
    checkpoints.last === undefined
      ? 'No checkpoint was held against it, so a trail written anew or cut off at its end cannot be ruled out.'
      : `${count(checkpoints.agree, 'checkpoint')} ${checkpoints.agree === 1 ? 'agrees' : 'agree'}, the last of ${checkpoints.last.at.slice(0, 19).replace('T', ' ')} UTC at event ${checkpoints.last.sequence}, signed by the key ${checkpoints.last.key}. Compare that key with the one you keep elsewhere.`,
    ...(checkpoints.last === undefined || checkpoints.last.sequence >= last.sequence
      ? []
      : [
          `No checkpoint is there yet for what follows event ${checkpoints.last.sequence} (${count(last.sequence - checkpoints.last.sequence, 'event')}).`,
        ]),
    ...(sound.erasedNames === 0
      ? []
      : [`${count(sound.erasedNames, 'name')} ${sound.erasedNames === 1 ? 'is' : 'are'} erased, on record.`]),
    ...(sound.clockPutBack === 0
      ? []
      : [
          `${count(sound.clockPutBack, 'event')} bear an earlier time than the one before: the database’s clock was put back.`,
        ]),
  ];
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en-GB')} ${thing}${number === 1 ? '' : 's'}`;
}

/** @param at microseconds since 1970 */
function moment(at: number): string {
  return `${new Date(at / 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
