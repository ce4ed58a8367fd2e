/** Puts our own words in the place of a paper's prose, and leaves every fact of the reading as it is. */

/**
 * @param {any} reading the plan as the reader read it
 * @param {any} wording `samples/kent-2011/wording.json`
 * @returns {{ plan: any, faults: string[] }} the plan in our words; every text that is missing or does not fit
 */
export function reword(reading, wording) {
  const faults = [];
  const need = (value, what) => {
    if (value === undefined) faults.push(`${what}: no wording`);
    return value;
  };
  const milestones = (action, ours) =>
    action.milestones.map((milestone, row) => {
      const measures = ours?.[row] ?? [];
      if (measures.length !== milestone.measures.length) {
        const lines = `line ${milestone.source.line}`;
        faults.push(
          `${action.ref} row ${row + 1}, ${lines}: ${measures.length} measures in our words, ` +
            `${milestone.measures.length} read: ${JSON.stringify(milestone.measures)}`,
        );
      }
      return { ...milestone, measures };
    });
  const actions = (list) =>
    list.map((action) => {
      const ours = need(wording.actions[action.ref], `action ${action.ref}`);
      if (ours !== undefined && ours.milestones.length !== action.milestones.length) {
        faults.push(`${action.ref}: ${ours.milestones.length} rows in our words, ${action.milestones.length} read`);
      }
      return { ...action, text: ours?.text ?? '', milestones: milestones(action, ours?.milestones) };
    });
  const plan = {
    ...reading,
    title: wording.title,
    priorities: reading.priorities.map((priority) => ({
      ...priority,
      ...need(wording.priorities[priority.number], `priority ${priority.number}`),
      outcomes: priority.outcomes.map((outcome) => ({
        ...outcome,
        text: need(wording.outcomes[outcome.ref], `outcome ${outcome.ref}`),
        actions: actions(outcome.actions),
      })),
    })),
    requirementSets: reading.requirementSets.map((set) => ({
      ...set,
      title: need(wording.requirementSets[set.code], `requirement set ${set.code}`),
      requirements: set.requirements.map((requirement) => rewordRequirement(requirement, wording, faults)),
    })),
  };
  faults.push(...unused(plan, wording));
  return { plan, faults };
}

function rewordRequirement(requirement, wording, faults) {
  const ours = wording.requirements[requirement.ref];
  if (ours === undefined) faults.push(`${requirement.ref}: no wording`);
  const names = ours?.targets ?? [];
  if (names.length !== requirement.targets.length) {
    faults.push(
      `${requirement.ref}: ${names.length} targets in our words, ${requirement.targets.length} read: ` +
        JSON.stringify(requirement.targets.map((target) => [target.measure, target.comparator, target.value])),
    );
  }
  const section = wording.sections[requirement.section] ?? requirement.section;
  const targets = requirement.targets.map((target, at) => ({ ...target, measure: names[at] ?? '' }));
  return { ...requirement, text: ours?.text ?? '', section, targets };
}

/** Words of ours that no part of the reading asked for. */
function unused(plan, wording) {
  const outcomes = plan.priorities.flatMap((priority) => priority.outcomes);
  const used = {
    priorities: plan.priorities.map((priority) => String(priority.number)),
    outcomes: outcomes.map((outcome) => outcome.ref),
    actions: outcomes.flatMap((outcome) => outcome.actions).map((action) => action.ref),
    requirements: plan.requirementSets.flatMap((set) => set.requirements).map((requirement) => requirement.ref),
  };
  return Object.entries(used).flatMap(([kind, refs]) =>
    Object.keys(wording[kind])
      .filter((ref) => !refs.includes(ref))
      .map((ref) => `${kind} ${ref}: in our words, but not read from the paper`),
  );
}
