import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu } from '@base-ui/react/menu';
import { Menubar } from '@base-ui/react/menubar';
import { Check, ChevronRight } from 'lucide';
import { memo, type ReactNode } from 'react';
import { useCloser } from './close-layers';
import { Icon } from './icon';
import { useLayer } from './landmark';
import styles from './menu.module.css';

/** One line of a menu; a separator where it is null. */
export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  /** A tick where the item is a switch; undefined where it is none. */
  readonly isOn?: boolean | undefined;
  readonly run: () => void;
}

/** A line that opens further lines beside it. */
interface MenuBranch {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly (MenuItem | null)[];
}
export type MenuEntry = MenuItem | MenuBranch | null;

function MenuLine(props: { item: MenuItem }): React.JSX.Element {
  const { item } = props;
  const inside = (
    <>
      <span className={styles.tick}>{item.isOn === true && <Icon of={Check} size={13} weight={2.25} />}</span>
      <span className={styles.title}>{item.title}</span>
      {item.keys !== undefined && <span className={styles.keys}>{item.keys}</span>}
    </>
  );
  return item.isOn === undefined ? (
    <Menu.Item
      className={styles.item}
      disabled={item.isDisabled === true}
      onClick={item.run}
      label={item.title}
    >
      {inside}
    </Menu.Item>
  ) : (
    <Menu.CheckboxItem
      className={styles.item}
      checked={item.isOn}
      disabled={item.isDisabled === true}
      closeOnClick
      onClick={item.run}
      label={item.title}
    >
      {inside}
    </Menu.CheckboxItem>
  );
}

function Branch(props: { branch: MenuBranch }): React.JSX.Element {
  const { title, entries } = props.branch;
  const layer = useLayer();
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={styles.item} label={title}>
        <span className={styles.tick} />
        <span className={styles.title}>{title}</span>
        <Icon of={ChevronRight} size={13} />
      </Menu.SubmenuTrigger>
      <Menu.Portal container={layer}>
        <Menu.Positioner className={styles.layer} sideOffset={2} alignOffset={-6}>
          <Menu.Popup className={styles.popup}>
            <Lines entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

function Lines(props: { entries: readonly MenuEntry[] }): React.JSX.Element {
  return (
    <>
      {props.entries.map((entry, index) =>
        entry === null ? (
          <Menu.Separator key={`line-${String(index)}`} className={styles.separator} />
        ) : 'entries' in entry ? (
          <Branch key={entry.id} branch={entry} />
        ) : (
          <MenuLine key={entry.id} item={entry} />
        ),
      )}
    </>
  );
}

function MenuLines(props: { entries: readonly MenuEntry[] }): React.JSX.Element {
  const layer = useLayer();
  return (
    <Menu.Portal container={layer}>
      <Menu.Positioner className={styles.layer} sideOffset={4} alignOffset={-2}>
        <Menu.Popup className={styles.popup}>
          <Lines entries={props.entries} />
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

interface MenuBarProps {
  label: string;
  menus: readonly { title: string; entries: readonly MenuEntry[] }[];
}

/** True where two menus show the same; what an entry does follows from its id. */
function showsTheSame(before: MenuBarProps, now: MenuBarProps): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

type RootProps = Pick<Menu.Root.Props, 'open' | 'onOpenChange'> & { children: ReactNode };

/** Closes with all other menus when a dialog or a shortcut comes in between. */
function Root(props: RootProps): React.JSX.Element {
  const actions = useCloser<Menu.Root.Actions>();
  return <Menu.Root {...props} actionsRef={actions} />;
}

/** The menus of the title bar; drawn again only when an entry shows something else. */
export const MenuBar = memo(function MenuBar(props: MenuBarProps): React.JSX.Element {
  return (
    <Menubar className={styles.bar} aria-label={props.label}>
      {props.menus.map((menu) => (
        <Root key={menu.title}>
          <Menu.Trigger className={styles.trigger}>{menu.title}</Menu.Trigger>
          <MenuLines entries={menu.entries} />
        </Root>
      ))}
    </Menubar>
  );
}, showsTheSame);

/** A button that opens a menu. */
export function MenuButton(props: {
  label: string;
  face: ReactNode;
  className?: string | undefined;
  /** -1 where the keyboard reaches it through what it belongs to. */
  tabIndex?: -1;
  entries: readonly MenuEntry[];
}): React.JSX.Element {
  return (
    <Root>
      <Menu.Trigger
        className={props.className ?? styles.plain}
        aria-label={props.label}
        tabIndex={props.tabIndex}
      >
        {props.face}
      </Menu.Trigger>
      <MenuLines entries={props.entries} />
    </Root>
  );
}

/** Opens a menu at the pointer, or with Shift+F10 on what has the focus. */
export function WithContextMenu(props: {
  children: ReactNode;
  className?: string | undefined;
  entries: () => readonly MenuEntry[];
  onOpen?: (target: EventTarget | null) => void;
}): React.JSX.Element {
  const actions = useCloser<ContextMenu.Root.Actions>();
  return (
    <ContextMenu.Root actionsRef={actions}>
      <ContextMenu.Trigger
        className={props.className}
        onContextMenuCapture={(event) => props.onOpen?.(event.target)}
      >
        {props.children}
      </ContextMenu.Trigger>
      <LateLines entries={props.entries} />
    </ContextMenu.Root>
  );
}

/** Asks for the entries when the menu is drawn, so that they fit what was clicked. */
function LateLines(props: { entries: () => readonly MenuEntry[] }): React.JSX.Element {
  const layer = useLayer();
  return (
    <Menu.Portal container={layer}>
      <Menu.Positioner className={styles.layer}>
        <Menu.Popup className={styles.popup}>
          <LateList entries={props.entries} />
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

function LateList(props: { entries: () => readonly MenuEntry[] }): React.JSX.Element {
  return <Lines entries={props.entries()} />;
}

/** A menu at a point of the window, open while it is there; `onClose` where it was left or something was chosen, and has to put the focus somewhere. */
export function MenuAt(props: {
  at: { readonly x: number; readonly y: number };
  label: string;
  entries: readonly MenuEntry[];
  onClose: () => void;
}): React.JSX.Element {
  const layer = useLayer();
  const { x, y } = props.at;
  return (
    <Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Menu.Portal container={layer}>
        <Menu.Positioner
          className={styles.layer}
          anchor={{ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }}
          align="start"
        >
          <Menu.Popup className={styles.popup} aria-label={props.label} finalFocus={false}>
            <Lines entries={props.entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Root>
  );
}
