import { IconCamera, IconTrash, IconUser } from '@tabler/icons-react'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import './personal-data.css'
import type { SeatId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { useNotices } from '../desk-context.tsx'
import { photoFrom } from './photo-file.ts'

type Props = {
  readonly seatId: SeatId
  readonly name: string
  /** Whether the host keeps one. */
  readonly kept: boolean
  /** The host's contacts have changed. */
  readonly onChanged: () => void
}

/** 照片: shown to the operator alone, drawn anew before it is kept, so that nothing but the picture is. */
export function PersonPhoto({ kept, name, onChanged, seatId }: Props) {
  const client = useHall()
  const { refuse, refused } = useNotices()
  const [base64, setBase64] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    let here = true
    setBase64(null)
    if (kept) void client.photo(seatId).then((found) => here && setBase64(found))
    return () => {
      here = false
    }
  }, [client, kept, seatId])

  const choose = async (file: File | undefined) => {
    if (file === undefined) return
    setBusy(true)
    const photo = await photoFrom(file)
    if (photo.ok) {
      const jpeg = btoa(Array.from(photo.value, (byte) => String.fromCharCode(byte)).join(''))
      const answer = await refused(client.send('contacts', null, 'savePhoto', { seatId, jpeg }))
      if (answer.ok) {
        setBase64(jpeg)
        onChanged()
      }
    } else refuse(photo.refusal)
    setBusy(false)
  }
  const remove = async () => {
    const answer = await refused(client.send('contacts', null, 'deletePhoto', { seatId }))
    if (answer.ok) onChanged()
  }

  return (
    <div className="person-photo">
      {base64 === null ? (
        <span className="person-photo-none" aria-hidden>
          <IconUser size={32} />
        </span>
      ) : (
        <img src={`data:image/jpeg;base64,${base64}`} alt={`${name}的照片`} width={72} height={96} />
      )}
      <div className="person-photo-acts">
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label={`选${name}的照片`}
          onChange={(event) => {
            void choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button size="small" icon={<IconCamera size={16} />} loading={busy} onClick={() => input.current?.click()}>
          {base64 === null ? '放照片' : '换照片'}
        </Button>
        {kept && (
          <Button size="small" icon={<IconTrash size={16} />} onClick={() => void remove()}>
            删除照片
          </Button>
        )}
        <span className="note">只在这台电脑上看得到；拍摄地点等信息不会留下</span>
      </div>
    </div>
  )
}
