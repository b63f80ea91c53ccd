/** Node kinds of a map. A queue is no node: it is the wait and the WIP before a step. */
export const nodeTypes = [
  'start',
  'end',
  'step',
  'decision',
  'fork',
  'join',
  'control',
  'note',
  'burst',
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Kinds of flow. Information flows are drawn but carry no items. */
export const flowKinds = ['normal', 'escalation', 'rework', 'iteration', 'information'] as const;
export type FlowKind = (typeof flowKinds)[number];

export const flowStyles = ['push', 'pull', 'fifo'] as const;
export type FlowStyle = (typeof flowStyles)[number];

/** Value classes: value-adding, necessary non-value-adding, non-value-adding. */
export const valueClasses = ['VA', 'NNVA', 'NVA'] as const;
export type ValueClass = (typeof valueClasses)[number];

export const nnvaReasons = [
  'legal',
  'regulatory',
  'contract',
  'risk',
  'finance',
  'coordination',
  'learning',
] as const;
export type NnvaReason = (typeof nnvaReasons)[number];

export const workKinds = [
  'work',
  'build',
  'deploy',
  'verify',
  'approval',
  'inspection',
  'review',
  'decision',
  'entry',
  'record',
  'handoff',
  'procurement',
  'communication',
] as const;
export type WorkKind = (typeof workKinds)[number];

export const automationLevels = ['manual', 'assisted', 'automated', 'planned'] as const;
export type AutomationLevel = (typeof automationLevels)[number];

export const parties = ['provider', 'consumer', 'partner'] as const;
export type Party = (typeof parties)[number];

/** Where a value comes from: seen or timed, a log, an estimate, a guess. */
export const provenanceSources = ['measured', 'log', 'estimate', 'guess'] as const;
export type ProvenanceSource = (typeof provenanceSources)[number];

/** Outside factors that bound a step: political, economic, social, technological, legal, environmental. */
export const outsideFactors = [
  'political',
  'economic',
  'social',
  'technological',
  'legal',
  'environmental',
] as const;
export type OutsideFactor = (typeof outsideFactors)[number];

/** What keeps work from flowing through a step. */
export const flowBarriers = [
  'shared-people',
  'interruptions',
  'batching',
  'system-downtime',
  'approvals',
  'priorities',
  'missing-input',
  'knowledge',
] as const;
export type FlowBarrier = (typeof flowBarriers)[number];

/** Severities of findings, worst first. */
export const severities = ['error', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A map shows what was observed, what is on paper, or what is wanted. */
export const mapStates = ['current', 'designed', 'future'] as const;
export type MapState = (typeof mapStates)[number];

export const improvementStatuses = ['idea', 'planned', 'doing', 'done', 'dropped'] as const;

/** How much there is to it: done at once, a kaizen event of some days, a project. */
export const improvementSizes = ['just-do-it', 'event', 'project'] as const;

/** The questions of the continual improvement model, in their order. */
export const improvementStages = [
  'vision',
  'where-now',
  'where-to',
  'how',
  'action',
  'got-there',
  'momentum',
] as const;

/** Part of a stakeholder in the service. */
export const stakeholderKinds = [
  'user',
  'customer',
  'sponsor',
  'provider',
  'partner',
  'regulator',
  'other',
] as const;
export type StakeholderKind = (typeof stakeholderKinds)[number];

/** What a stream gives to or takes from somebody. */
export const valueKinds = [
  'outcome',
  'utility',
  'warranty',
  'cost-removed',
  'cost-imposed',
  'risk-removed',
  'risk-imposed',
] as const;
export type ValueKind = (typeof valueKinds)[number];

/** What a warranty assures. */
export const warrantyAspects = ['availability', 'capacity', 'continuity', 'security'] as const;
export type WarrantyAspect = (typeof warrantyAspects)[number];

/** What lanes are made of; `none` shows no lanes. */
export const laneKinds = ['role', 'team', 'practice', 'activity', 'party', 'none'] as const;

export const agendaParts = ['morning', 'afternoon'] as const;
export type AgendaPart = (typeof agendaParts)[number];

/** What is written down in the room: a note on the wall, a point for later, a decision. */
export const noteKinds = ['wall', 'parked', 'decision'] as const;
export type NoteKind = (typeof noteKinds)[number];
