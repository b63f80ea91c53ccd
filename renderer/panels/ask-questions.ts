import type { GapRow } from '../../shared/analysis/present-gaps';
import { lookUp } from '../../shared/model/queries';
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

/** Goes to where a question is answered: the field of its first step, the fields of the stream, the roles, or the wizard. */
export function goToQuestion(gap: GapRow): void {
  const { history, preferences } = useApp.getState();
  const { nodes, flows } = history.project;
  const [field = ''] = gap.missing;
  if (roleFields.includes(field)) {
    useApp.setState({ dialog: { kind: 'roles' } });
    return;
  }
  const ids = gap.ids.filter((id) => lookUp(nodes, id) ?? lookUp(flows, id));
  if (field === 'value' && ids.length > 0) {
    useApp.setState({ dialog: { kind: 'classify', ids } });
    return;
  }
  const { panels } = preferences;
  if (!panels.rightOpen) prefer({ panels: { ...panels, rightOpen: true } });
  select(ids.slice(0, 1));
  if (ids.length > 0) viewControl()?.show(ids);
  useApp.setState({ focusField: inspectorFields[field] ?? null });
}
