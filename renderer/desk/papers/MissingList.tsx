import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Button } from 'antd'
import type { Lead, Missing } from './missing.ts'

type Props = {
  readonly missing: readonly Missing[]
  readonly sealed: boolean
  readonly onLead: (lead: Lead) => void
}

/** What the minutes lack, each with a button that leads to where it is mended; a sealed record is only told of it. */
export function MissingList({ missing, sealed, onLead }: Props) {
  if (missing.length === 0) {
    return (
      <p className="missing-none">
        <IconCircleCheck size={18} aria-hidden className="green" />
        没有发现缺漏。
      </p>
    )
  }
  return (
    <section className="missing" aria-labelledby="missing">
      <h3 id="missing">
        <IconAlertTriangle size={18} aria-hidden />
        还缺 {missing.length} 处
      </h3>
      <ul>
        {missing.map(({ sentence, way }) => (
          <li key={sentence}>
            <span>{sentence}</span>
            {way !== null && !sealed && (
              <Button size="small" onClick={() => onLead(way.lead)}>
                {way.act}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
