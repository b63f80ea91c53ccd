import {
  automationLevels,
  flowBarriers,
  flowKinds,
  flowStyles,
  mapStates,
  nnvaReasons,
  nodeTypes,
  outsideFactors,
  parties,
  provenanceSources,
  stakeholderKinds,
  valueClasses,
  valueKinds,
  warrantyAspects,
  workKinds,
} from '../model/value-sets';

/** How the text of a cell is understood. Durations are minutes and shares 0..1; a quantity may be low/likely/high. */
export type CellKind =
  | { readonly is: 'text' | 'flag' | 'amount' | 'share' | 'duration' | 'date' }
  | { readonly is: 'quantity'; readonly of: 'duration' | 'share' | 'amount' | 'people' }
  | { readonly is: 'one-of' | 'some-of'; readonly values: readonly string[] }
  | { readonly is: 'activity' | 'practices' | 'role' | 'partner' | 'calendar' | 'fields' }
  | { readonly is: 'things'; readonly table: 'systems' | 'artefacts' };

/** A column of a step table: its name, the field of the model that it fills, and other headings that mean it. */
export interface Column {
  readonly name: string;
  /** Field of the record; empty for columns that are handled on their own. */
  readonly field: string;
  readonly kind: CellKind;
  readonly headings: readonly string[];
}

const duration = { is: 'quantity', of: 'duration' } as const;
const share = { is: 'quantity', of: 'share' } as const;
const amount = { is: 'quantity', of: 'amount' } as const;
const people = { is: 'quantity', of: 'people' } as const;
const text = { is: 'text' } as const;
const flag = { is: 'flag' } as const;
const number = { is: 'amount' } as const;
const oneOf = (values: readonly string[]): CellKind => ({ is: 'one-of', values });

const column = (name: string, field: string, kind: CellKind, ...headings: readonly string[]): Column => ({
  name,
  field,
  kind,
  headings,
});

/** Columns of the steps, in the order in which they are written; other headings in lower case, signs aside. */
export const stepColumns: readonly Column[] = [
  column('id', '', text, 'step id', 'key', 'no', 'nr'),
  column('name', 'name', text, 'step', 'step name', 'process step', 'task', 'title', 'stage', 'operation'),
  column('type', 'type', oneOf(nodeTypes), 'node type', 'element'),
  column('activity', 'activity', { is: 'activity' }, 'value chain activity'),
  column('practices', 'practices', { is: 'practices' }, 'practice'),
  column('role', 'role', { is: 'role' }, 'resource', 'actor', 'performer', 'who', 'responsible', 'done by'),
  column('team', 'team', text, 'group', 'department', 'function'),
  column('party', 'party', oneOf(parties)),
  column('partner', 'partner', { is: 'partner' }, 'supplier', 'vendor'),
  column('agreement', 'agreement', flag, 'contract'),
  column('crew', 'crew', people, 'people', 'people at once', 'staff'),
  column(
    'process_time',
    'processTime',
    duration,
    'pt',
    'p t',
    'processing time',
    'touch time',
    'touch',
    'cycle time',
    'ct',
    'c t',
    'work time',
    'working time',
    'hands on time',
    'handling time',
    'value added time',
  ),
  column(
    'wait',
    'wait',
    duration,
    'wait time',
    'waiting time',
    'waiting',
    'wait before',
    'queue',
    'queue time',
    'wt',
    'w t',
    'qt',
    'idle time',
    'queueing time',
    'time in queue',
    'delay',
  ),
  column(
    'lead_time',
    '',
    duration,
    'lt',
    'l t',
    'leadtime',
    'elapsed time',
    'turnaround time',
    'throughput time',
  ),
  column(
    'complete_accurate',
    'completeAccurate',
    share,
    'c and a',
    'c a',
    'ca',
    'pct c and a',
    'percent c and a',
    'percent c a',
    'complete and accurate',
    'percent complete and accurate',
    'first time right',
    'right first time',
    'ftr',
    'rft',
    'first pass yield',
    'fpy',
  ),
  column('batch', 'batch', amount, 'batch size'),
  column('changeover', 'changeover', duration, 'change over', 'setup', 'set up time', 'changeover time'),
  column('wip', 'wip', amount, 'work in progress', 'work in process', 'inventory', 'items waiting'),
  column('cadence', 'cadence', duration, 'rhythm', 'every'),
  column('cutoff', 'cutoff', duration, 'cut off', 'submission cut off'),
  column('repeat_factor', 'repeatFactor', share, 'repeat'),
  column('cost_per_visit', 'costPerVisit', number, 'fee', 'cost per item'),
  column('calendar', 'calendar', { is: 'calendar' }),
  column('value', 'value', oneOf(valueClasses), 'value class', 'class', 'va'),
  column('nnva_reason', 'nnvaReason', oneOf(nnvaReasons), 'reason'),
  column('obligation_reference', 'obligationReference', text, 'obligation', 'reference'),
  column('outside_factor', 'outsideFactor', oneOf(outsideFactors), 'pestle'),
  column('barriers', 'barriers', { is: 'some-of', values: flowBarriers }, 'barrier'),
  column('kind', 'kind', oneOf(workKinds), 'kind of work', 'work kind'),
  column('automation', 'automation', oneOf(automationLevels), 'automated'),
  column('systems', 'systems', { is: 'things', table: 'systems' }, 'system', 'tools', 'tool', 'applications'),
  column('inputs', 'inputs', { is: 'things', table: 'artefacts' }, 'input'),
  column('outputs', 'outputs', { is: 'things', table: 'artefacts' }, 'output'),
  column('after_value', 'afterValue', flag, 'after the value point'),
  column('required_wait', 'requiredWait', flag),
  column('stops_clock', 'stopsClock', flag),
  column('detached', 'detached', flag),
  column('touches_consumer', 'touchesConsumer', flag, 'consumer contact'),
  column('skill_required', 'skillRequired', number),
  column('skill_typical', 'skillTypical', number),
  column('reject_rate', 'rejectRate', share, 'rejected', 'refused'),
  column('rekeys', 'rekeys', flag, 're keys', 're keying', 'rekeying'),
  column('is_rework', 'isRework', flag, 'rework'),
  column('standardised', 'standardised', flag, 'standardized'),
  column('external', 'external', flag),
  column('warranty', 'warranty', flag),
  column('source', '', oneOf(provenanceSources), 'provenance', 'data source'),
  column('samples', '', number, 'sample size', 'n'),
  column('note', 'note', text, 'notes', 'comment', 'comments', 'remark', 'remarks'),
];

/** Only in CSV, where the flows stand with the step that they leave: `b:0.8; c:0.2 rework`. */
export const nextColumn = column(
  'next',
  '',
  text,
  'next step',
  'next steps',
  'followed by',
  'successor',
  'successors',
);

/** Only in JSON: where each quantity of the row comes from, by column name. */
export const provenanceColumn = column('provenance', '', { is: 'fields' });

export const roleColumns: readonly Column[] = [
  column('id', '', text, 'key'),
  column('name', 'name', text, 'role'),
  column('people', 'people', number, 'headcount', 'fte'),
  column('availability', 'availability', { is: 'share' }, 'available'),
  column('rate_per_hour', 'ratePerHour', number, 'rate', 'hourly rate'),
];

export const flowColumns: readonly Column[] = [
  column('from', '', text, 'source'),
  column('to', '', text, 'target'),
  column('share', 'share', share, 'probability', 'p'),
  column('kind', 'kind', oneOf(flowKinds), 'type'),
  column('label', 'label', text, 'name'),
];

/** Only in JSON. */
export const flowExtras: readonly Column[] = [
  column('style', 'style', oneOf(flowStyles)),
  column('limit', 'limit', number),
];

/** Columns of the stream that fill its charter. */
export const charterColumns: readonly Column[] = [
  column('name', 'name', text, 'stream', 'value stream'),
  column('purpose', 'purpose', text),
  column('trigger', 'trigger', text),
  column('value', 'valueOutcome', text, 'outcome', 'value outcome'),
  column('user', 'user', text),
  column('customer', 'customer', text),
  column('sponsor', 'sponsor', text),
  column('calendar', '', { is: 'calendar' }),
  column('items', 'itemName', text, 'item name', 'unit of work'),
  column('demand_per_month', 'demandPerMonth', number, 'demand'),
  column('demand_cv', 'demandCv', number),
  column('arrivals_per_month', 'arrivalsPerMonth', number, 'arrivals'),
  column('departures_per_month', 'departuresPerMonth', number, 'departures', 'throughput'),
  column('items_in_progress', 'itemsInProgress', number, 'wip', 'open items'),
  column('failure_demand', 'failureDemandShare', { is: 'share' }, 'failure demand share'),
  column('target_lead_time', 'targetLeadTime', { is: 'duration' }, 'target'),
  column('cost_of_delay_per_hour', 'costOfDelayPerHour', number, 'cost of delay'),
  column('state', '', oneOf(mapStates)),
  column('observed_on', '', { is: 'date' }, 'observed'),
  column('stated_lead_time', '', { is: 'duration' }, 'stated lead time'),
  column('stated_process_time', '', { is: 'duration' }, 'stated process time'),
  column('owner', 'owner', text),
  column('scenario', 'scenario', text),
  column('trigger_kind', 'triggerKind', oneOf(['demand', 'opportunity'])),
  column('output', 'outputs', text, 'outputs'),
  column('goods', 'goods', text),
  column('access', 'access', text, 'access to resources'),
  column('service_actions', 'serviceActions', text),
  column('provider', 'provider', text),
  column('stakeholder_notes', 'stakeholders', text),
  column('costs_removed', 'costsRemoved', text),
  column('costs_imposed', 'costsImposed', text),
  column('risks_removed', 'risksRemoved', text),
  column('risks_imposed', 'risksImposed', text),
  column('utility', 'utility', text),
  column('warranty', 'warranty', text),
  column('scope', 'scope', text, 'in scope'),
  column('scope_out', 'scopeOut', text, 'out of scope'),
  column('team', 'team', text, 'mapping team'),
  column('executive_sponsor', 'executiveSponsor', text),
  column('facilitator', 'facilitator', text),
  column('scribe', 'scribe', text),
  column('experts', 'experts', text),
  column('customer_voice', 'customerVoice', text),
  column('starts_on', 'startsOn', { is: 'date' }),
  column('ends_on', 'endsOn', { is: 'date' }),
];

/** Who has a stake in the stream. */
export const stakeholderColumns: readonly Column[] = [
  column('id', '', text),
  column('name', 'name', text, 'stakeholder'),
  column('kind', 'kind', oneOf(stakeholderKinds)),
  column('note', 'note', text),
];

/** What the stream gives to each of them and takes; `steps` are the ids of those that bring or burden it. */
export const valueColumns: readonly Column[] = [
  column('stakeholder', '', text),
  column('kind', 'kind', oneOf(valueKinds)),
  column('name', 'name', text, 'value'),
  column('aspect', 'aspect', oneOf(warrantyAspects)),
  column('steps', '', text),
];

/** Only in JSON: what a map is called, and its note. */
export const mapExtras: readonly Column[] = [column('map_name', '', text), column('map_note', '', text)];
