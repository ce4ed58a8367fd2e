import { describe, expect, it } from 'vitest';
import { LONGEST_PASSWORD, passwordProblem, SHORTEST_PASSWORD } from './password.rule.ts';

const ABOUT = ['Uzma Brackenford', 'uzma.brackenford@loamshire.example', 'Loamshire County Council'];

describe('a password', () => {
  it.each([
    ['orchard violin tuesday gravel', 'words that have nothing to do with each other'],
    ['  spaces at both ends count  ', 'spaces'],
    ['ψάρι στον ουρανό με ομπρέλα', 'another script'],
    ['🦊🌧️🎻🪁🧊🥁🧭🪑🐌🧦🫖🧵🪨🎈🧲', 'signs'],
    ['q7#Vw2!nZx9$Lp4@c', 'what a password manager makes'],
  ])('%j will do: %s', async (password) => {
    expect(await passwordProblem(password, ABOUT)).toBeUndefined();
  });

  it.each([
    ['', 'must be 15 characters or more'],
    ['violin gravel1', 'must be 15 characters or more'],
    ['🦊🌧🎻🪁🧊🥁🧭🪑🐌🧦🫖🧵🪨🎈', 'must be 15 characters or more'],
    ['passwordpassword', 'lists of passwords'],
    ['Password12345678', 'lists of passwords'],
    ['P@ssw0rdP@ssw0rd', 'lists of passwords'],
    ['123456789012345', 'lists of passwords'],
    ['qwertyuiopasdfgh', 'lists of passwords'],
    ['aaaaaaaaaaaaaaaaaaaa', 'lists of passwords'],
    ['iloveyouiloveyou', 'lists of passwords'],
    ['liverpoolliverpool', 'lists of passwords'],
    ['UzmaBrackenford', 'lists of passwords'],
    ['LoamshireCounty1', 'lists of passwords'],
    ['throughline2026', 'lists of passwords'],
  ])('%j: %s', async (password, problem) => {
    expect(await passwordProblem(password, ABOUT)).toContain(problem);
  });

  it('is counted in characters, at the boundaries', async () => {
    const long = 'orchard violin tuesday gravel '.repeat(10);
    const of = (length: number) => passwordProblem(Array.from(long).slice(0, length).join(''), []);
    expect(await of(SHORTEST_PASSWORD - 1)).toContain('15 characters or more');
    expect(await of(SHORTEST_PASSWORD)).toBeUndefined();
    expect(await of(64)).toBeUndefined();
    expect(await of(LONGEST_PASSWORD)).toBeUndefined();
    expect(await of(LONGEST_PASSWORD + 1)).toContain('128 characters or fewer');
  });
});
