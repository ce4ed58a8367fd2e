/** Puts our own words in the place of a paper's prose, and leaves every fact of the reading as it is. */
import { rewordProvenance } from './reword-provenance.mjs';

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
  const plan = {
    ...reading,
    title: wording.title,
    priorities: reading.priorities.map((priority) => ({
      ...priority,
      ...need(wording.priorities[priority.number], `priority ${priority.number}`),
      outcomes: priority.outcomes.map((outcome) => ({
        ...outcome,
        text: need(wording.outcomes[outcome.ref], `outcome ${outcome.ref}`),
        provenance: outcome.provenance.map((fact) => rewordProvenance(fact, fact.value)),
        actions: outcome.actions.map((action) => rewordAction(action, wording.actions[action.ref], faults)),
      })),
    })),
    requirementSets: reading.requirementSets.map((set) => ({
      ...set,
      title: need(wording.requirementSets[set.code], `requirement set ${set.code}`),
      requirements: set.requirements.map((requirement) =>
        rewordRequirement(requirement, wording.requirements[requirement.ref], faults),
      ),
    })),
  };
  faults.push(...unused(plan, wording));
  return { plan, faults };
}

function rewordAction(action, ours, faults) {
  if (ours === undefined) {
    faults.push(`action ${action.ref}: no wording`);
    return action;
  }
  if (ours.milestones.length !== action.milestones.length) {
    faults.push(
      `${action.ref}: ${ours.milestones.length} rows in our words, ${action.milestones.length} read`,
    );
  }
  return {
    ...action,
    text: ours.text,
    // The words as printed are the paper's and are not carried.
    textAsPrinted: '',
    provenance: action.provenance.map((fact) => rewordProvenance(fact, fact.value)),
    milestones: action.milestones.map((milestone, row) =>
      rewordMilestone(milestone, ours.milestones[row] ?? [], `${action.ref} row ${row + 1}`, faults),
    ),
  };
}

function rewordMilestone(milestone, measures, place, faults) {
  if (measures.length !== milestone.measures.length) {
    faults.push(
      `${place}, line ${milestone.source.line}: ${measures.length} measures in our words, ` +
        `${milestone.measures.length} read: ${JSON.stringify(milestone.measures)}`,
    );
  }
  let next = 0;
  const provenance = milestone.provenance.map((fact) => {
    if (fact.of !== 'measure') return rewordProvenance(fact, fact.value);
    const ours = measures[next] ?? '';
    next += 1;
    return rewordProvenance(fact, ours);
  });
  return { ...milestone, measures, provenance };
}

function rewordRequirement(requirement, ours, faults) {
  if (ours === undefined) {
    faults.push(`${requirement.ref}: no wording`);
    return requirement;
  }
  const names = ours.targets ?? [];
  if (names.length !== requirement.targets.length) {
    faults.push(
      `${requirement.ref}: ${names.length} targets in our words, ${requirement.targets.length} read: ` +
        JSON.stringify(
          requirement.targets.map((target) => [target.measure, target.comparator, target.value]),
        ),
    );
  }
  return {
    ...requirement,
    text: ours.text,
    section: ours.section ?? requirement.section,
    targets: requirement.targets.map((target, at) => {
      const name = names[at] ?? '';
      return { ...target, ...(typeof name === 'string' ? { measure: name } : name) };
    }),
  };
}

/** Words of ours that no part of the reading asked for. */
function unused(plan, wording) {
  const outcomes = plan.priorities.flatMap((priority) => priority.outcomes);
  const used = {
    priorities: plan.priorities.map((priority) => String(priority.number)),
    outcomes: outcomes.map((outcome) => outcome.ref),
    actions: outcomes.flatMap((outcome) => outcome.actions).map((action) => action.ref),
    requirements: plan.requirementSets
      .flatMap((set) => set.requirements)
      .map((requirement) => requirement.ref),
  };
  return Object.entries(used).flatMap(([kind, refs]) =>
    Object.keys(wording[kind])
      .filter((ref) => !refs.includes(ref))
      .map((ref) => `${kind} ${ref}: in our words, but not read from the paper`),
  );
}
