import type { Calendar } from '../model/calendar';
import type { ProjectSettings } from '../model/project';
import { en } from '../text/en';
import { type PatchOf, patchRecord, sameValue } from './change';
import type { Command } from './command';

const { label, refused } = en.commands;

/** Changes the settings of the project; a calendar is replaced as a whole. */
export function setSettings({ patch }: { patch: PatchOf<ProjectSettings> }): Command {
  return {
    name: 'project.set',
    label: label.setSettings,
    refuse: () => null,
    apply: (draft) => patchRecord(draft.settings, patch),
  };
}

/** Gives the project a calendar (`setMap` gives one to a map); what is stored in minutes does not change. */
export function setCalendar({ calendar }: { calendar: Calendar }): Command {
  return {
    name: 'project.setCalendar',
    label: label.setCalendar,
    refuse: () => null,
    apply(draft) {
      if (!sameValue(draft.settings.calendar, calendar)) {
        draft.settings.calendar = { ...calendar, hours: [...calendar.hours] };
      }
    },
  };
}

/** Gives the project another name. */
export function renameProject({ name }: { name: string }): Command {
  return {
    name: 'project.rename',
    label: label.renameProject,
    refuse: () => (name.trim() === '' ? refused.noName : null),
    apply(draft) {
      draft.name = name.trim();
    },
  };
}
