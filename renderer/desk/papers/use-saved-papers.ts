import { useState } from 'react'
import type { Paper } from '../../../shared/protocol/client-frames.ts'
import { saveFile } from '../../platform.ts'
import { useDesk, useNotices } from '../desk-context.tsx'
import { bytesOf } from './base64.ts'

/** 存成 Word: asks the host for the papers one after the other and saves each; `busy` while one is being made. */
export function useSavedPapers() {
  const { client } = useDesk()
  const { refuse, say } = useNotices()
  const [busy, setBusy] = useState(false)
  const save = async (papers: readonly Paper[]) => {
    setBusy(true)
    const saved: string[] = []
    for (const paper of papers) {
      const answer = await client.paper(paper)
      if (!answer.ok) {
        refuse(answer.sentence)
        break
      }
      if (!(await saveFile(answer.name, bytesOf(answer.base64)))) break
      saved.push(answer.name)
    }
    setBusy(false)
    if (saved.length === 1) say(`已存成 Word：${saved[0]}`)
    if (saved.length > 1) say(`已存成 Word，共 ${saved.length} 份`)
  }
  return { busy, save }
}
