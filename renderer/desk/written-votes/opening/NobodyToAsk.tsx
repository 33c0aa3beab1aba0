import { Button } from 'antd'
import { useDesk } from '../../desk-context.tsx'
import { linkTo } from '../../place-link.ts'
import type { WrittenKind } from './opening-draft.ts'

/** What to do where the roster knows of nobody who could be asked. */
export function NobodyToAsk({ kind }: { readonly kind: WrittenKind }) {
  const { client, meeting } = useDesk()
  const operator = client.phase.at === 'live' && client.phase.viewer.role === 'operator'
  return (
    <div className="written-none">
      <p>
        {kind === 'owners'
          ? '这次会议的名册上没有业主。请先在名册里给业主填上“套数”和“面积”，也可以从表格导入。'
          : '这次会议的名册上没有人。请先把各户填进名册：门牌相同的人算一户，没有门牌的一人算一户。'}
      </p>
      <p className="sub">名册在开会的时候带进会议。填好以后另开一次会，书面表决从那次会议发起。</p>
      {operator && <Button {...linkTo({ at: 'roster', councilId: meeting.councilId })}>去填名册</Button>}
    </div>
  )
}
