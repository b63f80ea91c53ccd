/** The mark of the app. */
export function Logo(props: { size?: number }): React.JSX.Element {
  const size = props.size ?? 18;
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      <rect width="18" height="18" rx="4.5" fill="var(--accent)" />
      <path
        d="M3 6.2h2.6v5.6h3.2V6.2h3.2v5.6H15"
        fill="none"
        stroke="var(--onAccent)"
        strokeWidth="1.7"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
