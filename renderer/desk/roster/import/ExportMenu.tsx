import './import.css'
import { IconFileDownload } from '@tabler/icons-react'
import { Button, Checkbox, Modal, Radio } from 'antd'
import { useState } from 'react'
import { saveFile } from '../../../platform.ts'
import { useNotices } from '../../desk-context.tsx'
import { rosterCsv, rosterXlsx } from '../files/roster-files.ts'
import type { Person } from '../person.ts'

type Props = {
  readonly people: readonly Person[]
  /** What the file is called after: the council. */
  readonly name: string
}

type Kind = 'xlsx' | 'utf-8' | 'gbk'

/** Characters that a sentence names before it stops. */
const MAX_TOLD = 10
const NOT_IN_FILE_NAMES = /[/\\:*?"<>|\p{Cc}]/gu

/** 导出名册: which kind of file, and whether houses and telephones go with it; they stay here unless they are asked for. */
export function ExportMenu({ name, people }: Props) {
  const { refuse, say } = useNotices()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<Kind>('xlsx')
  const [contacts, setContacts] = useState(false)
  const save = async () => {
    const made = await bytesOf(people, kind, contacts)
    if (!made.ok) {
      refuse(made.sentence)
      return
    }
    const file = `${name.replace(NOT_IN_FILE_NAMES, '')}名册.${kind === 'xlsx' ? 'xlsx' : 'csv'}`
    if (!(await saveFile(file, made.bytes))) return
    say(`已导出：${file}`)
    setOpen(false)
  }
  return (
    <>
      <Button icon={<IconFileDownload size={18} />} disabled={people.length === 0} onClick={() => setOpen(true)}>
        导出
      </Button>
      <Modal
        open={open}
        title={`导出名册（${people.length} 人）`}
        okText="导出"
        cancelText="不导出"
        onOk={() => save()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="import-export">
          <Radio.Group
            vertical
            aria-label="文件格式"
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            options={[
              { value: 'xlsx', label: 'Excel、WPS 表格（.xlsx）' },
              { value: 'utf-8', label: 'CSV 文本（UTF-8）' },
              { value: 'gbk', label: 'CSV 文本（GBK，给较老的系统）' },
            ]}
          />
          <Checkbox checked={contacts} onChange={(event) => setContacts(event.target.checked)}>
            带上门牌和电话
          </Checkbox>
          <p className="note">
            {contacts
              ? '文件里会有每个人的门牌和电话，属于个人信息：只发给需要的人，用完删掉。'
              : '门牌和电话不会写进文件。'}
          </p>
        </div>
      </Modal>
    </>
  )
}

type Made =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly sentence: string }

async function bytesOf(people: readonly Person[], kind: Kind, contacts: boolean): Promise<Made> {
  if (kind === 'xlsx') return { ok: true, bytes: await rosterXlsx(people, { contacts }) }
  const made = rosterCsv(people, kind, { contacts })
  if (made.ok) return { ok: true, bytes: made.value }
  const { characters } = made.refusal
  const told = `${characters.slice(0, MAX_TOLD).join('、')}${characters.length > MAX_TOLD ? `等 ${characters.length} 处` : ''}`
  return { ok: false, sentence: `GBK 里没有这些字：${told}。没有导出。请改选 .xlsx 或 UTF-8。` }
}
