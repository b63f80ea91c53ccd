import { useRoom } from '../pages/workshop/room-state';
import { showPage, useApp } from '../store';
import { startPresenting } from '../present/control';
import type { Action } from './action';
import { selectedSteps } from './selection';

const isEditing = (): boolean => useApp.getState().screen === 'editor';

/** What a facilitator does in the room. */
export const roomActions: readonly Action[] = [
  {
    id: 'page.workshop',
    group: 'workshop',
    keys: ['$mod+Digit9'],
    can: isEditing,
    run: () => showPage('workshop'),
  },
  {
    id: 'present.start',
    group: 'workshop',
    keys: ['F5'],
    can: isEditing,
    run: () => void startPresenting(null),
  },
  {
    id: 'present.here',
    group: 'workshop',
    keys: ['Shift+F5'],
    can: () => isEditing() && selectedSteps().length > 0,
    run: () => void startPresenting(selectedSteps()[0]?.id ?? null),
  },
  {
    id: 'room.bar',
    group: 'workshop',
    keys: ['$mod+Shift+KeyN'],
    can: isEditing,
    isOn: () => useRoom.getState().isBarOpen,
    run: () => {
      const isOpen = useRoom.getState().isBarOpen && useApp.getState().page === 'map';
      if (!isOpen) showPage('map');
      useRoom.setState({ isBarOpen: !isOpen });
    },
  },
];
