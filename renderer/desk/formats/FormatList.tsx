import { IconCheck } from '@tabler/icons-react'
import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import type { CouncilId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import type { Format } from '../../../shared/formats/format.ts'
import { decisionNames, recurrenceText } from '../../../shared/wording/formats.ts'
import { type Origin, originNames } from './own-format.ts'

type Props = {
  readonly formats: readonly Format[]
  readonly chosen: string
  readonly councils: readonly FoundedCouncil[]
  /** Whose choice of formats is looked at. */
  readonly council: FoundedCouncil | null
  readonly originOf: (formatId: string) => Origin
  readonly onChoose: (formatId: string) => void
  readonly onCouncil: (id: CouncilId) => void
}

/** All formats, with which of them the council uses. */
export function FormatList({ formats, chosen, councils, council, originOf, onChoose, onCouncil }: Props) {
  const list = useRef<HTMLUListElement>(null)
  // A copy or an imported one stands at the end, where it might not be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is read from the page
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <nav className="format-list" aria-label="会议形式">
      {council !== null && (
        <div className="format-whose">
          {councils.length > 1 ? (
            <Select
              aria-label="看哪个组织采用了什么"
              value={council.councilId}
              options={councils.map(({ councilId, name }) => ({ value: councilId, label: name }))}
              onChange={onCouncil}
            />
          ) : (
            <b>{council.name}</b>
          )}
          <span className="note">打勾的是本组织采用的</span>
        </div>
      )}
      <ul ref={list}>
        {formats.map((format) => {
          const { decision, formatId, name, recurrence } = format
          const origin = originOf(formatId)
          const adopted = council?.formats.some((one) => one.formatId === formatId) ?? false
          return (
            <li key={formatId}>
              <button
                type="button"
                aria-current={formatId === chosen ? 'true' : undefined}
                onClick={() => onChoose(formatId)}
              >
                <span className="format-mark">
                  {adopted && (
                    <>
                      <IconCheck size={18} aria-hidden />
                      <span className="only-readers">采用</span>
                    </>
                  )}
                </span>
                <span className="format-name">
                  {name}
                  <span className="note">
                    {decisionNames[decision]}　{recurrenceText(recurrence)}
                    {origin !== 'builtIn' && `　${originNames[origin]}`}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
