import { IconBrandWechat } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import type { PastVote } from '../../../../../shared/meeting/voting/state.ts'
import { voteText } from '../../../../../shared/papers/vote-text.ts'
import { useDesk } from '../../../desk-context.tsx'
import { WechatCopy } from '../../../papers/WechatCopy.tsx'

/** The result as a text for the residents' group. */
export function CopyResult({ vote }: { readonly vote: PastVote }) {
  const { meeting } = useDesk()
  const [copying, setCopying] = useState(false)
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<IconBrandWechat size={18} aria-hidden />}
        onClick={() => setCopying(true)}
      >
        微信文本
      </Button>
      {copying && <WechatCopy words={voteText(meeting, vote)} onClose={() => setCopying(false)} />}
    </>
  )
}
