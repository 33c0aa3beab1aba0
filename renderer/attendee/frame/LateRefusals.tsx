import { IconAlertTriangle } from '@tabler/icons-react'
import { useHall } from '../../connection/hall-context.tsx'

/** Why what an earlier life of this page had sent was refused, until the person has read it. */
export function LateRefusals() {
  const client = useHall()
  if (client.lateRefusals.length === 0) return null
  return (
    <div className="banner amber" role="alert">
      <IconAlertTriangle size="1.25em" aria-hidden="true" />
      <div>
        <b>刚才送出的有 {client.lateRefusals.length} 条没有被接受</b>
        {[...new Set(client.lateRefusals)].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <button type="button" className="key small" onClick={() => client.forgetLateRefusals()}>
          知道了
        </button>
      </div>
    </div>
  )
}
