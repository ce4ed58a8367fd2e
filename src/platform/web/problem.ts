import type { Needs } from './access.ts';
import type { MakingLimits } from './makings.ts';

/** Something that stands in the way of an answer, in words for the person who meets it. */
export interface Problem {
  status: number;
  /** What happened. */
  title: string;
  /** Where that leaves them, and what to do: a sentence or two each. */
  explanation: readonly string[];
  /** What to do where the form that was sent is not given back on the same page. */
  withoutTheForm?: readonly string[] | undefined;
  /** Whether the reference of the request helps whoever is asked about it. */
  tellSomebody?: boolean | undefined;
  /** After how many seconds trying again makes sense. */
  retryAfter?: number | undefined;
}

/** What is said of a problem, where the form that was sent is given back on the same page and where it is not. */
export function explanationOf(
  { explanation, withoutTheForm = [] }: Problem,
  isFormGivenBack: boolean,
): readonly string[] {
  return isFormGivenBack ? explanation : [...explanation, ...withoutTheForm];
}

/** The largest file that is taken in, in bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;
/** The longest form without files, in bytes: a review of some thousands of rows. */
export const LARGEST_FORM = 2 * 1024 * 1024;
/** The longest address, in characters. */
export const LONGEST_ADDRESS = 4096;

export const pageNotFound: Problem = {
  status: 404,
  title: 'Page not found',
  explanation: [
    'If you typed the address, check it.',
    'If you followed a link, what it led to may have been renamed, or may not have been there yet on the day you are reading as at.',
  ],
};

export const addressNotRead: Problem = {
  status: 400,
  title: 'That address could not be read',
  explanation: ['Check the address, or start again from the home page.'],
};

export const hostNotRead: Problem = {
  status: 400,
  title: 'That request does not say where it is going',
  explanation: [
    'It has to name one host, as an address has it, with a port from 1 to 65535 or none. Nothing was saved.',
    'Use the address you were given for Throughline. If you did, tell whoever runs the proxy in front of it.',
  ],
};

export const requestNotRead: Problem = {
  status: 400,
  title: 'What you sent could not be read',
  explanation: ['Nothing was saved. Go back, reload the page and send it again.'],
};

export const addressTooLong: Problem = {
  status: 414,
  title: 'That address is too long',
  explanation: [
    `An address can be up to ${LONGEST_ADDRESS} characters. Choose fewer filters, or start again from the home page.`,
  ],
};

export const fromAnotherSite: Problem = {
  status: 403,
  title: 'This form did not come from Throughline',
  explanation: [
    'Another site sent it in your name, so nothing was saved.',
    'Open the page in Throughline itself and send the form from there.',
  ],
};

/** A form whose token was made in another session (OWASP ASVS 5.0, 3.5.1). */
export const formOfAnotherSession: Problem = {
  status: 403,
  title: 'This form was opened in another session',
  explanation: [
    'You may have signed in or out after you opened it, here or in another window. Nothing was saved.',
  ],
  withoutTheForm: ['Go back, copy anything long you typed, reload the page and send the form again.'],
};

/** A form that came without the cookie that is given with it, or with one that is not ours. */
export const formWithoutCookie: Problem = {
  ...formOfAnotherSession,
  explanation: [
    ...formOfAnotherSession.explanation,
    'Your browser sent no cookie with it. It has to take cookies from this site.',
  ],
};

/**
 * A page that is for others, by the sentence that refused. Only for a refusal that is the same whether or not there is
 * what was asked for: of a thing that somebody may not see, there is no page.
 */
export function notAllowed({ needs, whoMay }: Pick<Needs, 'needs' | 'whoMay'>): Problem {
  return {
    status: 403,
    title: 'You cannot use this page',
    explanation:
      whoMay === undefined
        ? [`It is for somebody who ${needs}.`]
        : [`It is for somebody who ${needs}: ${whoMay}.`, 'Ask one of them if you need it.'],
  };
}

export const signInFirst: Problem = {
  status: 403,
  title: 'You are not signed in',
  explanation: [
    'Nothing was saved. You may have been signed out because you were away, or from another window.',
    'Sign in in another tab, come back to this page with your browser’s Back, and send it again: what you typed is still there. It then comes back once, unless it is very long, to be sent from there; a password or a code has to be typed anew.',
  ],
};

export const wrongMethod: Problem = {
  status: 405,
  title: 'This page cannot be used that way',
  explanation: ['Nothing was saved. Open the page and use the form on it.'],
};

export const fileTooLarge: Problem = {
  status: 413,
  title: 'That file is too big',
  explanation: [
    'Throughline takes files of up to 25 MB. Nothing was saved.',
    'Save the document without its pictures, or split it and send the part you need.',
  ],
};

export const formTooLarge: Problem = {
  status: 413,
  title: 'That form is too long',
  explanation: ['Throughline takes up to 2 MB of text in one form. Nothing was saved. Send it in parts.'],
};

export const tooManyFields: Problem = {
  status: 413,
  title: 'That form has too many fields',
  explanation: [
    'Throughline takes up to 10,000 fields in one form, with names of up to 2,000 characters. Nothing was saved.',
    'Send fewer rows at a time.',
  ],
};

export const tooManyParts: Problem = {
  status: 413,
  title: 'That form has too many parts',
  explanation: ['Nothing was saved. Send fewer files, or fewer rows, at a time.'],
};

export const unknownMediaType: Problem = {
  status: 415,
  title: 'What you sent is of a kind this page does not take',
  explanation: ['Nothing was saved. Open the page and use the form on it.'],
};

export const wrongHost: Problem = {
  status: 421,
  title: 'Throughline does not answer to that address',
  explanation: [
    'Use the address you were given for it. Whoever runs it can add other names in its settings.',
  ],
};

/** More of what is costly to make than one reader, or the public together, may have at a time. */
export function tooManyMakings({
  retryAfter,
  limits,
}: {
  readonly retryAfter: number;
  readonly limits: MakingLimits;
}): Problem {
  return {
    status: 429,
    title: 'Too many files at once',
    explanation: [
      `Files and pictures take a while to make, so Throughline makes up to ${limits.atOnce} at a time and ${limits.inAMinute} in a minute.`,
      `Wait ${retryAfter === 1 ? 'a second' : `${retryAfter} seconds`}, then ask for this one again.`,
    ],
    retryAfter,
  };
}

export const ourFault: Problem = {
  status: 500,
  title: 'Something went wrong in Throughline',
  explanation: [
    'It is not something you did.',
    'Try again in a few minutes. If it happens again, tell whoever runs Throughline the reference below.',
  ],
  tellSomebody: true,
};

export const notAvailable: Problem = {
  status: 503,
  title: 'Throughline is not available just now',
  explanation: ['It may be restarting, or unable to reach its database.', 'Try again in a minute.'],
  tellSomebody: true,
  retryAfter: 30,
};

/**
 * A fault of ours as it is told of a form. It may have been saved all the same: a connection that breaks while a transaction is
 * being committed does not say whether it was, and what fails after that leaves it saved.
 */
export function withWhatWasSent(problem: Problem): Problem {
  return {
    ...problem,
    explanation: [
      'What you sent may not have been saved: look before you send it again.',
      ...problem.explanation,
    ],
  };
}
