/** The fill patterns of value classes, once for the whole window: hatch for NNVA, bars for NVA. */
export function Patterns(): React.JSX.Element {
  return (
    <svg width="0" height="0" aria-hidden="true" className="visuallyHidden">
      <defs>
        <pattern
          id="pattern-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--nnva)" />
          <rect width="2" height="6" fill="var(--nnvaEdge)" />
        </pattern>
        <pattern id="pattern-bars" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--nva)" />
          <rect width="6" height="2" fill="var(--nvaSoft)" />
        </pattern>
      </defs>
    </svg>
  );
}
