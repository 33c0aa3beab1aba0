import { Switch } from 'antd'
import { useId, useState } from 'react'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { councilStream } from '../../../shared/streams/stream-name.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { useNotices } from '../desk-context.tsx'
import { useLibrary } from '../library/use-library.ts'

type Props = { readonly formatId: string; readonly council: FoundedCouncil | null }

/** 本组织采用: whether the chosen council meets in this form; what recurs is then watched over on the start page. */
export function Adoption({ formatId, council }: Props) {
  const client = useHall()
  const { refused } = useNotices()
  const { formats } = useLibrary()
  const [busy, setBusy] = useState(false)
  const id = useId()
  if (council === null) return <span className="note">建好组织后，可以在这里选定采用</span>
  const known = new Set(formats.map((format) => format.formatId))
  const chosen = council.formats.map((format) => format.formatId).filter((chosenId) => known.has(chosenId))
  const adopted = chosen.includes(formatId)
  const choose = async (adopt: boolean) => {
    setBusy(true)
    const formatIds = adopt ? [...chosen, formatId] : chosen.filter((chosenId) => chosenId !== formatId)
    await refused(client.send(councilStream(council.councilId), null, 'chooseFormats', { formatIds }))
    setBusy(false)
  }
  return (
    <span className="format-adoption">
      <Switch id={id} checked={adopted} loading={busy} onChange={(adopt) => void choose(adopt)} />
      <label htmlFor={id}>{council.name}采用</label>
    </span>
  )
}
