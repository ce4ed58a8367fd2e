/**
 * The tables as the migrations make them. Written by `npm run db:types`; edit the migrations instead.
 */

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AccessAccount {
  closed_at: Timestamp | null;
  code_secret: Buffer | null;
  code_step: number | null;
  last_day: string | null;
  opened_at: Generated<Timestamp>;
  password_hash: string | null;
  person_id: number;
  sign_in_name: string;
  through_provider: Generated<boolean>;
}

export interface AccessCouncil {
  id: Generated<number>;
  name: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
}

export interface AccessFailedAttempt {
  at: Generated<Timestamp>;
  bucket: Buffer;
  id: Generated<number>;
}

export interface AccessInterest {
  from_day: string;
  id: Generated<number>;
  person_id: number;
  reason: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  stopped_at: Timestamp | null;
  thing_kind: string;
  thing_ref: string;
  to_day: string | null;
}

export interface AccessLink {
  ends_at: Timestamp;
  id: Generated<string>;
  made_at: Generated<Timestamp>;
  made_by: string;
  person_id: number | null;
  purpose: string;
  token_hash: Buffer;
  used_at: Timestamp | null;
  withdrawn_at: Timestamp | null;
}

export interface AccessNeedToKnow {
  from_day: string;
  id: Generated<number>;
  person_id: number;
  reason: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  stopped_at: Timestamp | null;
  thing_kind: string;
  thing_ref: string;
  to_day: string | null;
}

export interface AccessOutsideAccount {
  issuer: string;
  person_id: number;
  subject: string;
  tied_at: Generated<Timestamp>;
}

export interface AccessPasskey {
  added_at: Generated<Timestamp>;
  counter: number;
  credential_id: string;
  last_used_at: Timestamp | null;
  name: string;
  person_id: number;
  public_key: Buffer;
  transports: string[];
}

export interface AccessPersona {
  person_id: number;
  role: string;
  stands_in_for: number | null;
}

export interface AccessProvider {
  client_id: string | null;
  client_secret: Buffer | null;
  groups_url: string | null;
  id: Generated<number>;
  issuer: string | null;
  name: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  role_claim: Generated<string>;
}

export interface AccessProviderRole {
  provider_id: number;
  role: string;
  value: string;
}

export interface AccessRecoveryCode {
  code_hash: Buffer;
  person_id: number;
  used_at: Timestamp | null;
}

export interface AccessRoleGrant {
  ended_by: string | null;
  from_day: string;
  given_by: string;
  id: Generated<number>;
  person_id: number | null;
  post_id: number | null;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  role: string;
  source: string;
  stopped_at: Timestamp | null;
  to_day: string | null;
}

export interface AccessSession {
  before_hash: Buffer | null;
  browser: string;
  changed_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
  ended_why: string | null;
  ends_at: Timestamp;
  id: Generated<string>;
  last_seen_at: Generated<Timestamp>;
  method: string;
  person_id: number;
  started_at: Generated<Timestamp>;
  token_hash: Buffer;
}

export interface AccessUsedOnce {
  ends_at: Timestamp;
  hash: Buffer;
}

export interface AuditActor {
  /**
   * Hash of salt, name and person: what stands in the chain.
   */
  commitment: Buffer;
  name: string | null;
  /**
   * The person as identity knows them; null for the system, an operator or a visitor.
   */
  person_id: number | null;
  salt: Buffer | null;
}

export interface AuditChain {
  hash: Buffer;
  installation: Generated<string>;
  only_row: Generated<boolean>;
  sequence: number;
}

export interface AuditEvent {
  /**
   * Who: the commitment of a row of audit.actor.
   */
  actor: Buffer;
  /**
   * system: Throughline itself; operator: whoever has the command line; visitor: whoever has the web pages without a sign-in; person: who signed in.
   */
  actor_kind: string;
  /**
   * By the database's clock, at the moment of writing rather than the start of the transaction.
   */
  at: Timestamp;
  /**
   * json rather than jsonb: kept letter for letter, because its letters are in the hash.
   */
  detail: Generated<Json>;
  /**
   * Which version of the shape of detail for this type.
   */
  detail_version: number;
  /**
   * SHA-256 of the fields that docs/audit.md lists.
   */
  hash: Buffer;
  /**
   * Hash of the event before; of the installation for the first.
   */
  previous: Buffer;
  /**
   * The web request it was done in, as in the log.
   */
  request_id: string | null;
  /**
   * From 1, without gaps.
   */
  sequence: number;
  /**
   * The kind of thing it happened to: plan, action, person.
   */
  subject_kind: string;
  /**
   * Which one: the reference or number by which its module knows it.
   */
  subject_ref: string;
  /**
   * What happened, in the past tense: plan-accepted.
   */
  type: string;
}

export interface BalanceDetermination {
  change: string;
  determined_on: string;
  id: Generated<number>;
  occasion: string;
  place: string | null;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  shared_out: Json;
  source: string;
  stated_on: string;
  votes_against: number | null;
  votes_for: number | null;
}

export interface BodiesBody {
  id: Generated<number>;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  shown_to: Generated<string>;
  slug: string;
}

export interface BodiesClause {
  id: Generated<number>;
  number: string;
  place: string | null;
  position: number;
  terms_id: number;
  text: string;
}

export interface BodiesEvent {
  authority: string | null;
  body_id: number;
  change: string;
  day: string | null;
  exactness: Generated<string>;
  id: Generated<number>;
  kind: string;
  other_id: number | null;
  place: string | null;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  source: string;
  stated_on: string;
  weight: string;
  words: string;
}

export interface BodiesFact {
  attribute: string;
  body_id: number;
  change: string;
  from_day: string | null;
  held: Generated<string>;
  id: Generated<number>;
  note: string | null;
  place: string | null;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  source: string;
  stated_on: string;
  until: string | null;
  value: string;
  weight: string;
}

export interface BodiesGroupMembership {
  change: string;
  from_day: string;
  group_id: number;
  held: Generated<string>;
  id: Generated<number>;
  person_id: number;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  source: string;
  stated_on: string;
  until: string | null;
}

export interface BodiesLine {
  change: string;
  detail: string | null;
  from_day: string | null;
  from_id: number;
  held: Generated<string>;
  id: Generated<number>;
  place: string | null;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  relation: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  source: string;
  stated_on: string;
  to_id: number;
  until: string | null;
  weight: string;
}

export interface BodiesMemberDraft {
  choices: Generated<Json>;
  ended: string | null;
  file_name: string;
  id: Generated<string>;
  made_at: Generated<Timestamp>;
  made_by: string;
  person_id: number | null;
  rows: Json;
}

export interface BodiesOption {
  id: Generated<number>;
  numbers: Generated<Json>;
  paper_id: number;
  position: number;
  title: string;
  words: string;
}

export interface BodiesOptionChange {
  body_id: number;
  id: Generated<number>;
  kind: string;
  new_name: string | null;
  option_id: number;
  relation: string | null;
  to_body_id: number | null;
  words: string;
}

export interface BodiesOptionsPaper {
  as_at: string;
  id: Generated<number>;
  question: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  slug: string;
  source: string;
  stated_on: string;
  title: string;
}

export interface BodiesPoliticalGroup {
  id: Generated<number>;
  leader_id: number | null;
  name: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  short_name: string | null;
}

export interface BodiesProtocol {
  id: Generated<number>;
  origin: string | null;
  place: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  slug: string;
  source: string;
  stated_on: string;
  title: string;
  words: string;
}

export interface BodiesProtocolPoint {
  position: number;
  protocol_id: number;
  title: string;
  words: string;
}

export interface BodiesProtocolTie {
  accountability: string | null;
  body_id: number | null;
  day: string | null;
  duty: string | null;
  id: Generated<number>;
  place: string | null;
  protocol_id: number;
  source: string;
  stated_on: string;
  words: string;
}

export interface BodiesSeat {
  body_id: number;
  capacity: string;
  change: string;
  from_day: string | null;
  held: Generated<string>;
  id: Generated<number>;
  label: string;
  organisation: string | null;
  place: string | null;
  places: number | null;
  post_id: number | null;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  role: string;
  seat_no: number;
  source: string;
  stated_on: string;
  substitutes: Generated<boolean>;
  until: string | null;
  votes: boolean | null;
  vouched: Generated<boolean>;
  weight: string;
}

export interface BodiesSitting {
  body_id: number;
  change: string;
  from_among: Generated<boolean>;
  from_day: string | null;
  held: Generated<string>;
  id: Generated<number>;
  is_substitute: Generated<boolean>;
  name_as_printed: string | null;
  over_by: string | null;
  person_id: number;
  place: string | null;
  place_no: number;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  seat_no: number;
  source: string;
  stated_on: string;
  until: string | null;
  vouched: Generated<boolean>;
  weight: string;
}

export interface BodiesStatutoryPost {
  change: string;
  duty: string;
  from_day: string | null;
  held: Generated<string>;
  id: Generated<number>;
  place: string | null;
  post_id: number;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  source: string;
  stated_on: string;
  until: string | null;
  weight: string;
}

export interface BodiesTerms {
  authority: string | null;
  body_id: number;
  change: string;
  held: Generated<string | null>;
  id: Generated<number>;
  in_force_from: string | null;
  place: string | null;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  source: string;
  stated_on: string;
  title: string;
  until: string | null;
  version: number;
  weight: string;
}

export interface IdentityHolding {
  change: string;
  end_source: string | null;
  end_stated_on: string | null;
  held: Generated<string>;
  id: Generated<number>;
  job_share: Generated<boolean>;
  manner: string;
  one_at_a_time: boolean;
  person_id: number;
  post_id: number;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  since: string | null;
  source: string;
  stated_on: string;
  until: string | null;
}

export interface IdentityJudgement {
  decided_at: Generated<Timestamp>;
  decided_by: string;
  id: Generated<number>;
  other_id: number;
  person_id: number;
  reason: string;
  verdict: string;
}

export interface IdentityOrganisation {
  id: Generated<number>;
  name: string;
}

export interface IdentityPerson {
  created_at: Generated<Timestamp>;
  id: Generated<number>;
}

export interface IdentityPersonName {
  forenames: string;
  from_day: string | null;
  honours: Generated<string[]>;
  id: Generated<number>;
  known_as: string | null;
  person_id: number;
  reason: string | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  replaced_at: Timestamp | null;
  replaces: number | null;
  search: string;
  source: string;
  suffix: string | null;
  surname: string;
  title: string | null;
}

export interface IdentityPost {
  holders: Generated<string>;
  id: Generated<number>;
  organisation_id: number | null;
  title: string;
}

export interface IdentityStatement {
  id: Generated<number>;
  interim: boolean;
  job_share: boolean;
  name_as_printed: string;
  person_id: number;
  post_as_printed: string;
  post_id: number;
  recorded_at: Generated<Timestamp>;
  source: string;
  stated_on: string;
}

export interface ImprovementAction {
  joint_with: string[];
  outcome_ref: string;
  position: number;
  provenance: Json;
  put_right: boolean;
  ref: string;
  source: Json;
  text: string;
  text_as_printed: string;
  unlisted_tags: string[];
  version_id: number;
}

export interface ImprovementCarries {
  action_ref: string;
  requirement_ref: string;
  through: string;
  version_id: number;
}

export interface ImprovementCrossReference {
  from_ref: string;
  to_ref: string;
  version_id: number;
}

export interface ImprovementLead {
  holds: string[];
  introduced: boolean;
  job_title: string | null;
  kind: string;
  name: string;
  person_id: number | null;
  post_id: number | null;
  slug: string;
  version_id: number;
}

export interface ImprovementMeasure {
  action_ref: string;
  milestone_ordinal: number;
  ordinal: number;
  text: string;
  version_id: number;
}

export interface ImprovementMilestone {
  action_ref: string;
  end_as_read: string | null;
  ends_on: string | null;
  how_read: string;
  leads_as_printed: string;
  leads_inherited: boolean;
  ordinal: number;
  periods: Json;
  position: number;
  provenance: Json;
  recurrence: string | null;
  review: boolean;
  source: Json;
  start_as_read: string | null;
  starts_on: string | null;
  status: string | null;
  status_as_printed: string | null;
  timescale_as_printed: string;
  version_id: number;
}

export interface ImprovementMilestoneLead {
  action_ref: string;
  lead_slug: string;
  milestone_ordinal: number;
  position: number;
  version_id: number;
}

export interface ImprovementOddity {
  kind: string;
  message: string;
  ordinal: number;
  place: string;
  proposal: string | null;
  ref: string | null;
  source: Json;
  version_id: number;
}

export interface ImprovementOutcome {
  joint_with: string[];
  position: number;
  priority_number: number;
  ref: string;
  source: Json;
  text: string;
  version_id: number;
}

export interface ImprovementPlan {
  created_at: Generated<Timestamp>;
  id: Generated<number>;
  opens_on: string | null;
  programme_id: number;
  slug: string;
  title: string;
}

export interface ImprovementPlanVersion {
  accepted_at: Generated<Timestamp>;
  accepted_by: string;
  id: Generated<number>;
  in_force_from: string;
  number: number;
  plan_id: number;
  reading: Json;
  reading_sha256: string;
  source_name: string;
  source_sha256: string;
}

export interface ImprovementPriority {
  number: number;
  objectives: string[];
  source: Json;
  title: string;
  version_id: number;
}

export interface ImprovementPriorityLead {
  lead_slug: string;
  position: number;
  priority_number: number;
  version_id: number;
}

export interface ImprovementProgramme {
  id: Generated<number>;
  title: string;
}

export interface ImprovementRequirement {
  deadline: string | null;
  number: number;
  position: number;
  ref: string;
  section: string | null;
  set_code: string;
  source: Json;
  text: string;
  version_id: number;
}

export interface ImprovementRequirementSet {
  code: string;
  position: number;
  title: string;
  version_id: number;
}

export interface ImprovementRequirementTarget {
  against: string | null;
  baseline_unit: string | null;
  baseline_value: number | null;
  baseline_when: string | null;
  comparator: string;
  due_by: string | null;
  measure: string;
  ordinal: number;
  period_as_printed: string | null;
  period_end: string | null;
  period_start: string | null;
  requirement_ref: string;
  thereafter: string | null;
  unit: string | null;
  value: number | null;
  version_id: number;
}

export interface MailMessage {
  about_kind: string;
  about_ref: string;
  attempts: Generated<number>;
  body: Buffer;
  handed_over_at: Timestamp | null;
  id: Generated<string>;
  last_problem: string | null;
  next_attempt_at: Generated<Timestamp>;
  sent_at: Timestamp | null;
  subject: string;
  to_address: string;
  to_name: string;
  withdrawn_at: Timestamp | null;
  written_at: Generated<Timestamp>;
}

export interface PlanimportChoice {
  at: Generated<Timestamp>;
  choice: string;
  correction: Json | null;
  draft_id: string;
  id: Generated<number>;
  subject: string;
}

export interface PlanimportDraft {
  actions: number;
  columns: Generated<Json>;
  created_at: Generated<Timestamp>;
  created_by: string;
  document: Json | null;
  ended: string | null;
  file_name: string;
  file_sha256: string;
  id: Generated<string>;
  problems: number;
  reading: Json;
  version_id: number | null;
}

export interface PlatformMigration {
  applied_at: Generated<Timestamp>;
  checksum: string;
  name: string;
  number: number;
}

export interface DB {
  "access.account": AccessAccount;
  "access.council": AccessCouncil;
  "access.failed_attempt": AccessFailedAttempt;
  "access.interest": AccessInterest;
  "access.link": AccessLink;
  "access.need_to_know": AccessNeedToKnow;
  "access.outside_account": AccessOutsideAccount;
  "access.passkey": AccessPasskey;
  "access.persona": AccessPersona;
  "access.provider": AccessProvider;
  "access.provider_role": AccessProviderRole;
  "access.recovery_code": AccessRecoveryCode;
  "access.role_grant": AccessRoleGrant;
  "access.session": AccessSession;
  "access.used_once": AccessUsedOnce;
  "audit.actor": AuditActor;
  "audit.chain": AuditChain;
  "audit.event": AuditEvent;
  "balance.determination": BalanceDetermination;
  "bodies.body": BodiesBody;
  "bodies.clause": BodiesClause;
  "bodies.event": BodiesEvent;
  "bodies.fact": BodiesFact;
  "bodies.group_membership": BodiesGroupMembership;
  "bodies.line": BodiesLine;
  "bodies.member_draft": BodiesMemberDraft;
  "bodies.option": BodiesOption;
  "bodies.option_change": BodiesOptionChange;
  "bodies.options_paper": BodiesOptionsPaper;
  "bodies.political_group": BodiesPoliticalGroup;
  "bodies.protocol": BodiesProtocol;
  "bodies.protocol_point": BodiesProtocolPoint;
  "bodies.protocol_tie": BodiesProtocolTie;
  "bodies.seat": BodiesSeat;
  "bodies.sitting": BodiesSitting;
  "bodies.statutory_post": BodiesStatutoryPost;
  "bodies.terms": BodiesTerms;
  "identity.holding": IdentityHolding;
  "identity.judgement": IdentityJudgement;
  "identity.organisation": IdentityOrganisation;
  "identity.person": IdentityPerson;
  "identity.person_name": IdentityPersonName;
  "identity.post": IdentityPost;
  "identity.statement": IdentityStatement;
  "improvement.action": ImprovementAction;
  "improvement.carries": ImprovementCarries;
  "improvement.cross_reference": ImprovementCrossReference;
  "improvement.lead": ImprovementLead;
  "improvement.measure": ImprovementMeasure;
  "improvement.milestone": ImprovementMilestone;
  "improvement.milestone_lead": ImprovementMilestoneLead;
  "improvement.oddity": ImprovementOddity;
  "improvement.outcome": ImprovementOutcome;
  "improvement.plan": ImprovementPlan;
  "improvement.plan_version": ImprovementPlanVersion;
  "improvement.priority": ImprovementPriority;
  "improvement.priority_lead": ImprovementPriorityLead;
  "improvement.programme": ImprovementProgramme;
  "improvement.requirement": ImprovementRequirement;
  "improvement.requirement_set": ImprovementRequirementSet;
  "improvement.requirement_target": ImprovementRequirementTarget;
  "mail.message": MailMessage;
  "planimport.choice": PlanimportChoice;
  "planimport.draft": PlanimportDraft;
  "platform.migration": PlatformMigration;
}
