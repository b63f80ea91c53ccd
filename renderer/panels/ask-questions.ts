import { type GapRow, nextPlace } from '../../shared/analysis/present-gaps';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { viewControl } from '../canvas/viewport';
import { prefer, select, useApp } from '../store';

/** The field of the inspector that answers a question, by the name of the field in the step table; others are only shown. */
const inspectorFields: Readonly<Record<string, string>> = {
  process_time: 'processTime',
  wait: 'wait',
  complete_accurate: 'completeAccurate',
  reject_rate: 'rejectRate',
  wip: 'wip',
  batch: 'batch',
  changeover: 'changeover',
  cadence: 'cadence',
  team: 'team',
  role: 'role',
  partner: 'partner',
  share: 'share',
  obligation_reference: 'obligationReference',
  skill_required: 'skillRequired',
  skill_typical: 'skillTypical',
  activity: 'activity',
  kind: 'kind',
  automation: 'automation',
  party: 'party',
  agreement: 'agreement',
  rekeys: 'rekeys',
  standardised: 'standardised',
  touches_consumer: 'touchesConsumer',
  external: 'external',
  practices: 'practices',
  systems: 'systems',
  inputs: 'inputs',
  outputs: 'outputs',
  barriers: 'barriers',
  demand_per_month: 'demandPerMonth',
  cost_of_delay_per_hour: 'costOfDelayPerHour',
  target_lead_time: 'targetLeadTime',
  items_in_progress: 'itemsInProgress',
  arrivals_per_month: 'arrivalsPerMonth',
  departures_per_month: 'departuresPerMonth',
  failure_demand: 'failureDemandShare',
  purpose: 'purpose',
  owner: 'owner',
};

const roleFields: readonly string[] = ['people', 'availability', 'rate_per_hour'];

/** The steps and flows that a question is asked about one after the other; none where it is answered for all of them at once. */
export function placesOf({ ids, missing: [field = ''] }: GapRow): readonly string[] {
  if (field === 'value' || roleFields.includes(field)) return [];
  const { nodes, flows } = useApp.getState().history.project;
  return ids.filter((id) => lookUp(nodes, id) ?? lookUp(flows, id));
}

/** Goes to where a question is answered: the field of one step, with each call of the next one, the fields of the stream, the roles, or the wizard. */
export function goToQuestion(gap: GapRow): void {
  const { history, preferences, selection } = useApp.getState();
  const [field = ''] = gap.missing;
  if (roleFields.includes(field)) {
    useApp.setState({ dialog: { kind: 'roles' } });
    return;
  }
  if (field === 'value') {
    const ids = gap.ids.filter((id) => lookUp(history.project.nodes, id));
    useApp.setState({ dialog: { kind: 'classify', ids } });
    return;
  }
  const ids = placesOf(gap);
  const { panels } = preferences;
  if (!panels.rightOpen) prefer({ panels: { ...panels, rightOpen: true } });
  const next = nextPlace(ids, selection);
  select(next === undefined ? [] : [next]);
  if (next !== undefined) {
    viewControl()?.show([next]);
    if (ids.length > 1) announce(en.analysisPanels.coverage.place(ids.indexOf(next) + 1, ids.length));
  }
  useApp.setState({ focusField: inspectorFields[field] ?? null });
}
