import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, visit } from '../support/visitor.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

async function download(from: string, link: string): Promise<string> {
  const reader = await visit(app.address + from);
  const waiting = reader.page.waitForEvent('download');
  await reader.page.getByRole('link', { name: link, exact: true }).first().click();
  const got = await waiting;
  const file = path.join(app.folder, got.suggestedFilename());
  await got.saveAs(file);
  await reader.leave();
  return file;
}

it('makes the progress report in a click from the home page: the paper on screen, in Word and as tagged PDF', async () => {
  const reader = await visit(app.address);
  await reader.press('Make the progress report');
  const text = await reader.page.locator('main').innerText();
  for (const words of ['By:', 'To:', 'Date:', 'Subject:', 'Classification:', 'Summary', 'Recommendations'])
    expect(text).toContain(words);
  expect(reader.clicks()).toBe(1);
  await reader.leave();

  const word = await download('/plan/kent-2011/report', 'Word');
  const { value: html } = await mammoth.convertToHtml({ path: word });
  expect(html.includes('<h1>')).toBe(true);
  expect(html.includes('are the same, word for word')).toBe(true);

  const response = await fetch(`${app.address}/plan/kent-2011/report.pdf`);
  const pdf = path.join(app.folder, 'report.pdf');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(pdf, Buffer.from(await response.arrayBuffer()));
  const facts = execFileSync('pdfinfo', [pdf], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toMatch(/Title:\s+Improvement plan: progress report/);
  const tags = execFileSync('pdfinfo', ['-struct-text', pdf], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for (const tag of ['H1', 'Table', 'TH', 'TD', 'Link'])
    expect(tags, tag).toMatch(new RegExp(`\\b${tag}\\b`));
  expect(tags).toContain('Alastair Pettigrew');
});

it('takes a list away as it is narrowed, with the day in its name', async () => {
  const file = await download('/plan/kent-2011/milestones?due=2011-05', 'CSV');
  expect(path.basename(file)).toBe('kent-2011-milestones-2011-05-12.csv');
  const rows = parse(await readFile(file, 'utf8'), { bom: true, relax_column_count: true });
  const reader = await visit(`${app.address}/plan/kent-2011/milestones?due=2011-05`);
  const count = Number.parseInt(await reader.page.locator('[role=status]').innerText(), 10);
  expect(rows.filter((row) => /^\d\.\d\.\d/.test(row[0] ?? ''))).toHaveLength(count);
  await reader.leave();
});
