import type { ColumnRole } from '../../../improvement/index.ts';

/** A longer cell is a sentence; "How will we know that this has made a difference to children?" is still a heading. */
export const LONGEST_HEADING = 100;

/** A heading as its words, in small letters, without marks. */
interface Words {
  readonly all: readonly string[];
  /** The words with one space between them. */
  readonly line: string;
}

const DATE_KIND = words(
  'planned target actual revised proposed expected anticipated forecast original agreed estimated date dates by on the time and for of or a',
);
const STARTING = words(
  'start starts starting started commence commences commenced commencement begin begins beginning from',
);
const ENDING = words('end ends ending finish finishes finished due completion to until');
const NUMBER = words('ref refs reference references no nos number num id ids item # sno');
const NUMBERED = words('action unique plan task line row serial s');
const STATUS = words('status rag brag ragb bragg');
const LEADING = words(
  'lead leads leader leaders leading led owner owners owned ownership who whom officer officers sponsor sponsors assigned assignee sro responsible responsibility responsibilities accountable accountability',
);
const MEASURING = words(
  'evidence evidenced evidencing kpi kpis indicator indicators metric metrics success successful impact impacts proof output outputs',
);
const TARGET_WITH = words(
  'target targets and the our key performance smart measurable baseline outcome outcomes for annual year',
);
const TIMES = words(
  'timescale timescales timeframe timeframes timeline timelines timetable timetables timing timings deadline deadlines due date dates completion',
);
/** A day on which something was written down is not the day by which it is to be done. */
const RECORDED = words('added raised updated created opened logged identified approved birth meeting');
const OUTCOME = words('outcome outcomes objective objectives aim aims goal goals');
const OUTCOME_WITH = words(
  'intended expected desired sought key strategic our the for children families residents people young what is are planned required improvement do we want want ref no and s',
);
const PRIORITY = words('priority theme workstream strand programme pillar');
const PRIORITY_WITH = words('area areas key strategic improvement work stream our');
const REQUIREMENT = words(
  'recommendation recommendations finding findings requirement requirements judgement judgements judgment issue issues',
);
const REQUIREMENT_WITH = words(
  'ofsted cqc hmi inspection inspector inspectors s the key text identified peer review external internal audit report statutory notice from our and or of area areas for improvement development ilacs send original source',
);
const DOING = words(
  'action actions task tasks activity activities step steps intervention interventions deliverable deliverables initiative initiatives',
);

type Rule = readonly [ColumnRole | null, (heading: Words) => boolean];

/** What heads a column, surest first: the first rule that fits a heading gives its role. */
const RULES: readonly Rule[] = [
  [
    'start',
    ({ all }) => some(all, STARTING) && all.every((word) => STARTING.has(word) || DATE_KIND.has(word)),
  ],
  ['start', ({ line }) => /^when (?:will|does|do|did) .*\b(?:start|begin)\b/.test(line)],
  [null, ({ line }) => /\b(?:spend|spent|cost|costs|budget|paid) to date$/.test(line)],
  ['lead', ({ all, line }) => all.length <= 4 && / (?:owner|lead|officer)$/.test(line)],
  [
    'status',
    ({ all, line }) =>
      some(all, STATUS) ||
      /^(?:%|percentage) complete/.test(line) ||
      /^(?:current |delivery |overall |latest )?position\b/.test(line) ||
      (/\b(?:progress|updates?)$|^(?:\p{L}+ )?(?:progress|updates?)\b/u.test(line) && !measures(all)),
  ],
  // "Measures to be taken" are things to do.
  [
    'action',
    ({ line }) => /\b(?:corrective|control|mitigating) measures?\b|\bmeasures? (?:to be )?taken\b/.test(line),
  ],
  [
    'measure',
    ({ all, line }) =>
      measures(all) ||
      /\bhow\b.*\b(?:know|tell|assured?|assurance)\b/.test(line) ||
      /^what (?:does |will |would )?(?:success|good)\b/.test(line) ||
      /\bdifference (?:made|will)\b|\bdifference\b.*\b(?:make|made)\b|\bwhat\b.*\bdifferen(?:t|ce)\b/.test(
        line,
      ) ||
      /\b(?:intended|expected|desired|anticipated|planned) results?\b/.test(line) ||
      (/\btargets?\b/.test(line) && all.every((word) => TARGET_WITH.has(word) || /^\d/.test(word))),
  ],
  [
    'end',
    ({ all }) =>
      some(all, ENDING) &&
      all.every((word) => ENDING.has(word) || DATE_KIND.has(word)) &&
      !all.includes('for'),
  ],
  [null, ({ all }) => some(all, TIMES) && some(all, RECORDED)],
  [
    'timescale',
    ({ all, line }) =>
      some(all, TIMES) ||
      /\btime (?:scale|frame|line|table)s?\b|\bby when\b|^when\b|\bcompleted? by\b|^target (?:month|quarter|year)$/.test(
        line,
      ),
  ],
  [
    'lead',
    ({ all, line }) =>
      some(all, LEADING) ||
      /\bdelivery team\b/.test(line) ||
      /^(?:service |project |programme )?(?:manager|director)$/.test(line),
  ],
  [
    'joint',
    ({ all, line }) =>
      /^joint(?:ly)?\b|^(?:working|in partnership) with$/.test(line) ||
      all.includes('partner') ||
      all.includes('partners'),
  ],
  [
    'tags',
    ({ line }) =>
      /^(?:tags?|links?|linked to|cross ref\w*|addresses|requirements? (?:met|ref\w*|addressed)|source ref\w*|ofsted ref\w*|rec\w* (?:ref\w*|no|number))$/.test(
        line,
      ),
  ],
  [
    'requirement',
    ({ all, line }) =>
      ((some(all, REQUIREMENT) || /^(?:key )?areas? (?:for|of) (?:improvement|development)\b/.test(line)) &&
        all.every((word) => REQUIREMENT.has(word) || REQUIREMENT_WITH.has(word))) ||
      /^what (?:the )?(?:ofsted|inspectors?|inspection|cqc|hmi) (?:said|found|told us)$/.test(line),
  ],
  ['ref', ({ all }) => some(all, NUMBER) && all.every((word) => NUMBER.has(word) || NUMBERED.has(word))],
  [
    'priority',
    ({ all, line }) =>
      (some(all, PRIORITY) || /\bwork stream\b/.test(line)) &&
      all.every((word) => PRIORITY.has(word) || PRIORITY_WITH.has(word)),
  ],
  [
    'outcome',
    ({ all, line }) =>
      (some(all, OUTCOME) && all.every((word) => OUTCOME.has(word) || OUTCOME_WITH.has(word))) ||
      /^what (?:do we|we|will we|are we) .*\bachiev(?:e|ing)$/.test(line),
  ],
  [
    'action',
    ({ all, line }) =>
      some(all, DOING) ||
      /^(?:what|how|description|milestones?|(?:agreed |management |our |council )?response)$/.test(line) ||
      /\bwhat (?:will|we|are|needs|do|must|should|is)\b|^how (?:we|will we|it)\b|^we will$/.test(line) ||
      /\bimprovements?(?: required| needed)?$/.test(line),
  ],
];

/** The role a heading speaks for by its words, or null where no word in it is known. */
export function roleOfHeading(heading: string): ColumnRole | null {
  const line = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim();
  if (line === '' || heading.length > LONGEST_HEADING) return null;
  const all = line.split(' ');
  return RULES.find(([, fits]) => fits({ all, line }))?.[0] ?? null;
}

function measures(all: readonly string[]): boolean {
  return all.some((word) => word.startsWith('measur') || MEASURING.has(word));
}

function some(all: readonly string[], known: ReadonlySet<string>): boolean {
  return all.some((word) => known.has(word));
}

function words(listed: string): ReadonlySet<string> {
  return new Set(listed.split(' '));
}
