import { IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import type { CouncilId } from '../../../shared/core/ids.ts'
import { votes } from '../../../shared/council/standing.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { isSampleCouncil } from '../first-run/practice.ts'
import { go } from '../place.ts'

type Props = {
  readonly councils: readonly FoundedCouncil[]
  readonly chosen: CouncilId
  readonly onChoose: (id: CouncilId) => void
}

export function CouncilList({ councils, chosen, onChoose }: Props) {
  return (
    <nav className="start-councils" aria-label="我们的组织">
      <h2 className="song">我们的组织</h2>
      <ul>
        {councils.map((council) => (
          <li key={council.councilId}>
            <button
              type="button"
              aria-current={council.councilId === chosen ? 'true' : undefined}
              onClick={() => onChoose(council.councilId)}
            >
              <span>{council.name}</span>
              <span className="note">
                {council.seats.length} 席，{council.seats.filter(votes).length} 席有表决权
                {isSampleCouncil(council) && '，练习用'}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button type="text" icon={<IconPlus size={18} />} onClick={() => go({ at: 'found' })}>
        添加组织
      </Button>
    </nav>
  )
}
