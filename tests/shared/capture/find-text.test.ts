import { describe, expect, it } from 'vitest';
import { findText } from '../../../shared/capture/find-text';
import { buildMap } from '../../helpers/build-map';

const { project, mapId } = buildMap((m) => {
  m.role('desk', { name: 'Service desk' });
  m.step('log', { name: 'Log the call', role: 'desk', note: 'Désk in Zürich', systems: ['mail'] });
  m.step('fix', { practices: ['incident-management'], team: 'Night', inputs: ['form'], partner: 'vendor' });
  m.node('note', 'idea', { name: 'Ask the desk first' });
  m.path('log', 'fix');
  m.flow('fix', 'log', { kind: 'rework', label: 'wrong desk' });
});
const hits = (text: string): string[] =>
  findText(project, [mapId], text).map(({ name, fields }) => `${name}: ${fields.join(', ')}`);

describe('finding a text on a map', () => {
  it('looks into names, roles, notes and labels, each element once with its fields', () => {
    expect(hits('desk')).toEqual([
      'Log the call: role, note',
      'Fix → Log the call: label',
      'Ask the desk first: name',
    ]);
  });

  it('looks into practices, teams, systems, partners and what goes in and out', () => {
    expect(hits('incident')).toEqual(['Fix: practice']);
    expect(hits('night')).toEqual(['Fix: team']);
    expect(hits('mail')).toEqual(['Log the call: system']);
    expect(hits('vendor')).toEqual(['Fix: partner']);
    expect(hits('FORM')).toEqual(['Fix: input or output']);
  });

  it('passes over case and accents, and finds nothing for nothing', () => {
    expect(hits('zurich')).toEqual(['Log the call: note']);
    expect(hits('  ')).toEqual([]);
    expect(hits('zebra')).toEqual([]);
    expect(findText(project, ['gone'], 'desk')).toEqual([]);
  });
});
