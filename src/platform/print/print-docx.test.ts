import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { printDocx } from './print-docx.ts';
import { samplePaper } from './sample-paper.ts';
import { plainDay } from '../time/plain-day.ts';
import { partsOfZip } from '../steady-zip.ts';
import { steadyXml } from './steady-docx.ts';

const html = async (file: Uint8Array): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(file) })).value;

const part = async (file: Uint8Array, name: string): Promise<string> =>
  (await partsOfZip(Buffer.from(file))).find((one) => one.name === name)?.content.toString('utf8') ?? '';

describe('a paper as a Word file', () => {
  it('has its headings, lists and links as such', async () => {
    const read = await html(await printDocx(samplePaper()));
    const headings = [...read.matchAll(/<h(\d)>(?:<a id="[^"]*"><\/a>)*([^<]*)</g)].map(([, level, text]) => [
      level,
      text,
    ]);
    expect(headings).toEqual([
      ['1', 'Summary'],
      ['1', 'Recommendations'],
      ['1', 'What is late'],
      ['2', 'Exceptions'],
      ['1', 'What comes next'],
    ]);
    expect(read).toContain('<ol><li>Meet in June</li><li>Report in July</li></ol>');
    expect(read).toContain(
      '<a href="https://plan.loamshire.example/requirements/in-3"><strong>IN 3</strong></a>',
    );
    expect(read).toContain('<a href="#exceptions">the exceptions</a>');
    expect(read).toContain('<img alt="A circle with a tick"');
  });

  it('has a table with a head row and every row of the paper', async () => {
    const read = await html(await printDocx(samplePaper()));
    expect(
      read
        .match(/<thead><tr>.*?<\/tr><\/thead>/)?.[0]
        .replaceAll(/<[^>]+>/g, ' ')
        .trim()
        .split(/ {2,}/),
    ).toEqual(['Ref', 'Action', 'State', 'Days late']);
    expect(read.match(/<tbody>.*<\/tbody>/)?.[0].match(/<tr>/g)).toHaveLength(8);
    expect(read).toContain('Complete, not proven');
  });

  it('says its language, title, page numbers and contents in Word’s own way', async () => {
    const file = await printDocx(samplePaper());
    expect(await part(file, 'word/styles.xml')).toMatch(/<w:lang [^>]*w:val="en-GB"/);
    expect(await part(file, 'docProps/core.xml')).toContain(
      '<dc:title>Progress of the improvement plan</dc:title>',
    );
    expect(await part(file, 'docProps/core.xml')).toContain('>2011-05-12T00:00:00.000Z</dcterms:created>');
    expect(await part(file, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/);
    const body = await part(file, 'word/document.xml');
    expect(body).toMatch(/TOC \\h \\o/);
    expect(body).toContain('<w:tblHeader');
  });

  it('is the same file for the same paper, on another day and after other papers', async () => {
    const one = await printDocx(samplePaper());
    const picture = samplePaper().blocks.find((block) => block.kind === 'figure');
    for (let more = 0; more < 4; more += 1) {
      await printDocx(
        samplePaper([{ kind: 'heading', level: 1, text: 'More', id: 'more' }, ...(picture ? [picture] : [])]),
      );
    }
    // A zip file tells the time in steps of two seconds: this is months.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-03-05T06:07:08Z') });
    expect(Buffer.from(await printDocx(samplePaper())).equals(Buffer.from(one))).toBe(true);
  });

  it('keeps markup, control characters and odd shapes as text that Word can open', async () => {
    const text = '_Toc7 W3CDTF">x <w:t>&amp; "#read" \u0007\u202E\uD800{PAGE} ]]> 😀';
    const read = await html(
      await printDocx(
        samplePaper([
          { kind: 'paragraph', text: [text] },
          { kind: 'table', caption: '', columns: [{ heading: text, width: 1 }], rows: [[], [['a'], ['b']]] },
        ]),
      ),
    );
    expect(read).toContain('<p>_Toc7 W3CDTF"&gt;x &lt;w:t&gt;&amp;amp; "#read" {PAGE} ]]&gt; 😀</p>');
  });
});

describe('names that Word files draw', () => {
  const part = (bookmark: number, picture: number, link: string): string =>
    `<w:bookmarkStart w:name="_Toc${bookmark}" w:id="${bookmark}"/><w:bookmarkEnd w:id="${bookmark}"/>` +
    `<wp:docPr id="${picture}" name="Chart"/><w:hyperlink r:id="rId${link}"/>PAGEREF _Toc${bookmark} \\h`;
  const steady = (xml: string): string => steadyXml(xml, plainDay(2011, 5, 12), new Map());

  it('are the same whatever was drawn, even one number for a bookmark and a picture', () => {
    const apart = steady(part(7, 3, 'abcdefghijklmnopqrstu'));
    expect(steady(part(1, 1, 'zyxwvutsrqponmlkjihgf'))).toBe(apart);
    expect(apart).toContain(
      '<w:bookmarkStart w:name="_Toc1" w:id="2"/><w:bookmarkEnd w:id="2"/><wp:docPr id="3"',
    );
    expect(apart).toContain('PAGEREF _Toc1 ');
  });
  it('are told from what people write, which is escaped', () => {
    const text = '<w:t>&quot;_Toc7&quot; rIdabcdefghijklmnopqrstu W3CDTF&quot;&gt;</w:t>';
    expect(steady(text)).toBe(text);
  });
});
