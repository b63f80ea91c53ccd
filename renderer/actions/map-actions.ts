import { showArithmetic } from '../arithmetic';
import { setValueClass } from '../canvas/value-class';
import { hasFlows, walk, walkFlows } from '../canvas/keyboard-walk';
import { tidy } from '../canvas/tidy';
import { derivedNow } from '../derive';
import { stepsToClassify } from '../dialogs/steps-to-classify';
import { nextFinding, showFindings } from '../panels/findings-walk';
import { en } from '../../shared/text/en';
import { notify, showPage, useApp } from '../store';
import type { Action } from './action';
import { stateActions } from './state-actions';
import { selectedFlows, selectedNodes, selectedSteps } from './selection';
import type { ValueClass } from '../../shared/model/value-sets';
import { gatherSupport } from '../support/gather';

const classify = (value: ValueClass) => (): void =>
  setValueClass(
    selectedSteps().map((step) => step.id),
    value,
  );
/** Draws a flow from the selected node, or leads the selected flow elsewhere. */
function startFlow(): void {
  const [flow] = selectedFlows();
  const { selection } = useApp.getState();
  const block = selection.find((id) => derivedNow()?.shown.blocks.has(id) === true);
  const from = flow?.from ?? block ?? selectedNodes()[0]?.id ?? null;
  useApp.setState({ tool: { kind: 'connect', from, ...(flow && { flow: flow.id }) } });
  if (from === null) notify(en.canvas.connectFromHint);
}

const hasSteps = (): boolean => selectedSteps().length > 0;
const isEditing = (): boolean => useApp.getState().screen === 'editor';

/** Asks about the selected steps, else about all that have no class. */
function classifySteps(): void {
  const derived = derivedNow();
  const steps = hasSteps() ? selectedSteps() : derived ? stepsToClassify(derived) : [];
  useApp.setState({ dialog: { kind: 'classify', ids: steps.map((step) => step.id) } });
}

/** The stream, its map, its problems. */
export const mapActions: readonly Action[] = [
  { id: 'map.charter', group: 'map', run: () => showPage('charter') },
  { id: 'map.roles', group: 'map', run: () => useApp.setState({ dialog: { kind: 'roles' } }) },
  ...stateActions,
  { id: 'map.tidy', group: 'map', keys: ['$mod+Shift+KeyL'], run: tidy },
  {
    id: 'map.arithmetic',
    group: 'map',
    keys: ['$mod+Shift+KeyE'],
    can: isEditing,
    run: () => showArithmetic(useApp.getState().arithmetic ?? 'leadTimeExpected'),
  },
  { id: 'value.va', group: 'map', keys: ['1'], scope: 'canvas', can: hasSteps, run: classify('VA') },
  { id: 'value.nnva', group: 'map', keys: ['2'], scope: 'canvas', can: hasSteps, run: classify('NNVA') },
  { id: 'value.nva', group: 'map', keys: ['3'], scope: 'canvas', can: hasSteps, run: classify('NVA') },
  { id: 'value.ask', group: 'map', can: isEditing, run: classifySteps },
  { id: 'problems.show', group: 'map', keys: ['$mod+Shift+KeyM'], run: showFindings },
  { id: 'problems.next', group: 'map', keys: ['F8'], run: () => nextFinding(1) },
  { id: 'problems.previous', group: 'map', keys: ['Shift+F8'], run: () => nextFinding(-1) },
  {
    id: 'rules.settings',
    group: 'map',
    can: isEditing,
    run: () =>
      useApp.setState({
        dialog: { kind: 'rule-settings', rule: null, step: selectedSteps()[0]?.id ?? null },
      }),
  },
  { id: 'walk.next', group: 'canvas', keys: ['Alt+ArrowRight'], scope: 'canvas', run: () => walk(1) },
  { id: 'walk.previous', group: 'canvas', keys: ['Alt+ArrowLeft'], scope: 'canvas', run: () => walk(-1) },
  { id: 'walk.flow', group: 'canvas', keys: ['f'], scope: 'canvas', can: hasFlows, run: walkFlows },
  {
    id: 'tool.select',
    group: 'canvas',
    keys: ['v'],
    scope: 'canvas',
    isOn: () => useApp.getState().tool.kind === 'select',
    run: () => useApp.setState({ tool: { kind: 'select' } }),
  },
  {
    id: 'tool.pan',
    group: 'canvas',
    keys: ['h'],
    scope: 'canvas',
    isOn: () => useApp.getState().tool.kind === 'pan',
    run: () => useApp.setState({ tool: { kind: 'pan' } }),
  },
  {
    id: 'tool.connect',
    group: 'canvas',
    keys: ['c'],
    scope: 'canvas',
    isOn: () => useApp.getState().tool.kind === 'connect',
    run: startFlow,
  },
  {
    id: 'help.shortcuts',
    group: 'help',
    keys: ['Shift+?'],
    run: () => useApp.setState({ dialog: { kind: 'shortcuts' } }),
  },
  {
    id: 'help.rules',
    group: 'help',
    run: () => useApp.setState({ dialog: { kind: 'rule-reference', rule: null } }),
  },
  { id: 'help.licences', group: 'help', run: () => useApp.setState({ dialog: { kind: 'licences' } }) },
  {
    id: 'help.support',
    group: 'help',
    run: () => {
      gatherSupport();
      useApp.setState({ dialog: { kind: 'support' } });
    },
  },
  { id: 'help.about', group: 'help', run: () => useApp.setState({ dialog: { kind: 'about' } }) },
];
