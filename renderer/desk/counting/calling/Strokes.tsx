/** The five strokes of 正, in the order in which they are written. */
const strokes = ['M2 3H18', 'M10 3V17', 'M10 10H16', 'M5.5 9V17', 'M2 17H18'] as const

/** 画正字: a number as tellers keep it on the board. The number itself stands beside it. */
export function Strokes({ count }: { readonly count: number }) {
  const last = count % strokes.length
  return (
    <span className="strokes" aria-hidden>
      {Array.from({ length: Math.floor(count / strokes.length) }, (_, index) => (
        <Character key={String(index)} lines={strokes} />
      ))}
      {last > 0 && <Character lines={strokes.slice(0, last)} />}
    </span>
  )
}

const Character = ({ lines }: { readonly lines: readonly string[] }) => (
  <svg viewBox="0 0 20 20" className="stroke-character" aria-hidden>
    <path d={lines.join('')} fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round" />
  </svg>
)
