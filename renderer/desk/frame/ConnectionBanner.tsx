import { Alert, Button } from 'antd'
import { farewells } from '../../../shared/wording/farewells.ts'
import { useHall } from '../../connection/hall-context.tsx'

/** Over the work, which stays in view: the line is gone, nothing is lost. Also what a former life of the page heard too late. */
export function ConnectionBanner() {
  const client = useHall()
  const { lateRefusals, phase, unanswered } = client
  return (
    <>
      {phase.at === 'offline' && (
        <Alert
          banner
          type="warning"
          role="alert"
          title={phase.reason === null ? '和主机断开了，正在重新连接' : farewells[phase.reason]}
          description={`已确认的都在主机的磁盘上，一条不会丢。${
            unanswered > 0
              ? `刚才做的 ${unanswered} 条在这里等着，连上后自动补交。`
              : '您可以照常操作，连上后自动补交。'
          }`}
        />
      )}
      {lateRefusals.length > 0 && (
        <Alert
          banner
          type="warning"
          role="alert"
          title={`断开前做的 ${lateRefusals.length} 步没有被接受`}
          description={[...new Set(lateRefusals)].join(' ')}
          action={<Button onClick={() => client.forgetLateRefusals()}>知道了</Button>}
        />
      )}
    </>
  )
}
