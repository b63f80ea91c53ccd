import styles from './menu.module.css';

/** How a menu bar looks, in its place until the menus are there. */
export function MenuBarFace(props: { titles: readonly string[] }): React.JSX.Element {
  return (
    <div className={styles.bar} aria-hidden="true">
      {props.titles.map((title) => (
        <span key={title} className={styles.trigger}>
          {title}
        </span>
      ))}
    </div>
  );
}
