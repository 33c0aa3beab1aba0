import type { ReactNode } from 'react'
import { durationText } from '../scribe/duration-text.ts'
import type { ShownTotal } from './statistics-shown.ts'

type Props = {
  readonly caption: string
  readonly lines: readonly ShownTotal[]
  /** Headings of the columns before the figures and of the figures. */
  readonly head: ReactNode
  /** Cells before the figures, of a line. */
  readonly cells: (line: ShownTotal) => ReactNode
}

/** How often and how long, one line each, with a bar for the eye. */
export function TotalsTable({ caption, cells, head, lines }: Props) {
  return (
    <table className="ledger totals">
      <caption className="only-readers">{caption}</caption>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            {cells(line)}
            <td className="figure">{line.speeches} 次</td>
            <td className="figure">{durationText(line.seconds)}</td>
            <td>
              <Share share={line.share} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Share({ share }: { readonly share: number }) {
  return (
    <span className="share">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={share * 100} height={10} />
      </svg>
      <span>{Math.round(share * 100)}%</span>
    </span>
  )
}
