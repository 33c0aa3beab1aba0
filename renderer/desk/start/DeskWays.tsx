import { IconArmchair2, IconCalculator, IconClipboardList, IconScale } from '@tabler/icons-react'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { CouncilId } from '../../../shared/core/ids.ts'
import type { Place } from '../fragment.ts'
import { linkTo } from '../place-link.ts'

type Props = {
  /** For whom a 板凳会议 is held; null where one is founded with it. */
  readonly councilId: CouncilId | null
}

/** What a secretary looks for beside the meetings: the quick one, and how and by which rules is met. */
export function DeskWays({ councilId }: Props) {
  return (
    <nav className="start-ways" aria-label="规矩和工具">
      <Way icon={<IconArmchair2 size={18} />} place={{ at: 'bench', councilId }}>
        板凳会议
      </Way>
      <Way icon={<IconClipboardList size={18} />} place={{ at: 'formats' }}>
        会议形式
      </Way>
      <Way icon={<IconScale size={18} />} place={{ at: 'rulePacks' }}>
        规则包
      </Way>
      <Way icon={<IconCalculator size={18} />} place={{ at: 'trial' }}>
        规则试算
      </Way>
    </nav>
  )
}

type WayProps = { readonly icon: ReactNode; readonly place: Place; readonly children: ReactNode }

function Way({ icon, place, children }: WayProps) {
  return (
    <Button type="text" icon={icon} {...linkTo(place)}>
      {children}
    </Button>
  )
}
