import { Popover } from '@base-ui/react/popover';
import { ListFilter, ListTree, SlidersHorizontal } from 'lucide';
import { useRef } from 'react';
import type { GroupBy } from '../../shared/analysis/finding-groups';
import type { SeverityGroup } from '../../shared/analysis/present-findings';
import { filtersOn } from '../../shared/analysis/shown-findings';
import { wastes } from '../../shared/catalogue/wastes';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLayer } from '../ui/landmark';
import { MenuButton } from '../ui/menu';
import { ClosesWithOthers } from '../ui/close-layers';
import { SearchField } from '../ui/search-field';
import { SelectField } from '../ui/select-field';
import { useFindingsView, viewFindings } from './findings-view';
import styles from './problems.module.css';
import { Tone } from './tone';

const words = en.analysisPanels;
const tones: readonly SeverityGroup[] = ['error', 'warning', 'info'];

function SeverityChips(): React.JSX.Element {
  const counts = useDerived()?.presented.counts ?? { error: 0, warning: 0, info: 0 };
  const hidden = useFindingsView((view) => view.hidden);
  return (
    <>
      {tones.map((tone) => {
        const isHidden = hidden.includes(tone);
        return (
          <button
            key={tone}
            type="button"
            className={styles.chip}
            data-tone={tone}
            aria-pressed={!isHidden}
            aria-label={en.panels.filterTone(en.panels.severity[tone], counts[tone])}
            onClick={() =>
              viewFindings({
                hidden: isHidden ? hidden.filter((each) => each !== tone) : [...hidden, tone],
              })
            }
          >
            <Tone of={tone} size={13} />
            {counts[tone]}
          </button>
        );
      })}
    </>
  );
}

const named = (all: readonly { readonly name: string }[]): { value: string; name: string }[] =>
  all.map(({ name }) => ({ value: name, name }));

function FilterFields(): React.JSX.Element {
  const pack = useDerived()?.pack;
  const view = useFindingsView();
  return (
    <div className={styles.filterFields}>
      <p className={styles.filterTitle}>{words.filterTitle}</p>
      <SelectField
        label={words.principle}
        none={words.any}
        choices={named(pack?.principles ?? [])}
        value={view.principle}
        onChange={(principle) => viewFindings({ principle })}
      />
      <SelectField
        label={words.waste}
        none={words.any}
        choices={named(wastes)}
        value={view.waste}
        onChange={(waste) => viewFindings({ waste })}
      />
      <SelectField
        label={words.dimension}
        none={words.any}
        choices={named(pack?.dimensions ?? [])}
        value={view.dimension}
        onChange={(dimension) => viewFindings({ dimension })}
      />
      <Button
        isDisabled={filtersOn(view) === 0}
        onPress={() => viewFindings({ principle: null, waste: null, dimension: null })}
      >
        {words.clearFilters}
      </Button>
    </div>
  );
}

function FilterButton(): React.JSX.Element {
  const count = useFindingsView(filtersOn);
  const layer = useLayer();
  const actions = useRef<Popover.Root.Actions | null>(null);
  return (
    <Popover.Root actionsRef={actions}>
      <Popover.Trigger className={styles.chip} data-on={count > 0}>
        <Icon of={ListFilter} size={13} />
        {count === 0 ? words.filter : words.filtered(count)}
      </Popover.Trigger>
      <Popover.Portal container={layer}>
        <Popover.Positioner className={styles.layer} side="top" align="end" sideOffset={6}>
          <Popover.Popup className={styles.popup} aria-label={words.filterTitle}>
            <ClosesWithOthers actions={actions} />
            <FilterFields />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const groupings: readonly (GroupBy | null)[] = [null, 'step', 'waste', 'principle', 'dimension'];

function ArrangeMenu(): React.JSX.Element {
  const { group, order } = useFindingsView();
  const nameOf = (by: GroupBy | null): string => words.groupBy[by ?? 'none'];
  return (
    <MenuButton
      label={`${words.arrange}: ${nameOf(group)}`}
      className={styles.chip}
      face={
        <>
          <Icon of={ListTree} size={13} />
          {nameOf(group)}
        </>
      }
      entries={[
        ...groupings.map((by) => ({
          id: by ?? 'none',
          title: nameOf(by),
          isOn: group === by,
          run: () => viewFindings({ group: by }),
        })),
        null,
        ...(['severity', 'worth'] as const).map((by) => ({
          id: by,
          title: words.orderBy[by],
          isOn: order === by,
          run: () => viewFindings({ order: by }),
        })),
      ]}
    />
  );
}

/** What narrows and arranges the findings: severities, words, what they are about; and the way to the rules. */
export function ProblemFilters(): React.JSX.Element {
  const search = useFindingsView((view) => view.search);
  return (
    <div className={styles.filters}>
      <SeverityChips />
      <SearchField
        className={styles.search}
        isSmall
        label={words.search}
        value={search}
        onChange={(text) => viewFindings({ search: text })}
      />
      <FilterButton />
      <ArrangeMenu />
      <IconButton
        icon={SlidersHorizontal}
        size={15}
        label={words.rules}
        onPress={() => useApp.setState({ dialog: { kind: 'rule-settings', rule: null, step: null } })}
      />
    </div>
  );
}
