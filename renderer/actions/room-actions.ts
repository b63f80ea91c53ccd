import { useRoom } from '../pages/workshop/room-state';
import { showPage, useApp } from '../store';
import type { Action } from './action';

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
