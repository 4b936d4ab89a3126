import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr-code.module.css';

/** Modules of white that a camera needs around the code (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code, dark on white in both themes: many cameras read no other. */
export function QrCode(props: { readonly text: string; readonly label: string }) {
  const { data, size } = useMemo(() => encode(props.text, { border: quietZone }), [props.text]);
  return (
    <svg
      className={styles.code}
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect className={styles.ground} width={size} height={size} />
      {data.flatMap((row, y) =>
        runsOf(row).map(({ start, length }) => (
          <rect key={`${y}:${start}`} x={start} y={y} width={length} height={1} />
        )),
      )}
    </svg>
  );
}

/** Where dark modules stand side by side. */
function runsOf(row: readonly boolean[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (const [at, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last.start + last.length === at) last.length += 1;
    else runs.push({ start: at, length: 1 });
  }
  return runs;
}
