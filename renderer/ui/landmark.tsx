import { createContext, type ReactNode, useContext, useState } from 'react';
import styles from './landmark.module.css';

const Layer = createContext<HTMLElement | null>(null);

/** Where menus, lists and tips are put; undefined for the end of the page. */
export function useLayer(): HTMLElement | undefined {
  return useContext(Layer) ?? undefined;
}

/** Keeps what opens from its children beside them in the page. */
export function WithLayer(props: { children: ReactNode }): React.JSX.Element {
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  return (
    <Layer value={layer}>
      {props.children}
      <div ref={setLayer} className={styles.layer} />
    </Layer>
  );
}

type LandmarkProps = React.HTMLAttributes<HTMLElement> & {
  as: 'header' | 'main' | 'aside' | 'section';
};

/** A part of the window that screen readers can go to; what opens from it belongs to it. */
export function Landmark({ as: Tag, children, ...rest }: LandmarkProps): React.JSX.Element {
  return (
    <Tag {...rest}>
      <WithLayer>{children}</WithLayer>
    </Tag>
  );
}
