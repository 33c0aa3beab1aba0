import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Rule } from '../../../shared/rules/rule.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { passesWords, quorumWords } from './condition-words.ts'
import { asCopies, type Incoming, roomFault } from './import-packs.ts'
import { mintRuleId } from './mint-rule-id.ts'

type Props = {
  readonly incoming: Incoming
  readonly own: readonly Rule[]
  readonly onClose: () => void
  readonly onRefused: (sentence: string) => void
  /** Resolves with whether all of them were saved. */
  readonly onSave: (rules: readonly Rule[]) => Promise<boolean>
}

/** What a file brings, before anything is saved; where ids clash, whether ours are replaced or copies are added. */
export function ImportPacks({ incoming, onClose, onRefused, onSave, own }: Props) {
  const { clashing, fresh, same } = incoming
  const [busy, setBusy] = useState(false)
  const store = async (rules: readonly Rule[]) => {
    const full = roomFault(own, rules)
    if (full !== null) return onRefused(full)
    setBusy(true)
    const saved = await onSave(rules)
    setBusy(false)
    if (saved) onClose()
  }
  const copies = () => void store([...fresh, ...asCopies(clashing, () => mintRuleId(randomBytes))])
  const nothing = fresh.length + clashing.length === 0
  return (
    <Modal
      open
      title={nothing ? '文件里的规则这里都有，一样' : `文件里有 ${fresh.length + clashing.length} 个规则包要存`}
      width={720}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{nothing ? '关闭' : '先不导入'}</Button>
          {clashing.length > 0 && (
            <Button loading={busy} onClick={copies}>
              编号相同的另存为副本
            </Button>
          )}
          {!nothing && (
            <Button type="primary" loading={busy} onClick={() => void store([...fresh, ...clashing])}>
              {clashing.length > 0 ? '编号相同的换成文件里的' : '存好'}
            </Button>
          )}
        </>
      }
    >
      <RuleNames title="新的" rules={fresh} />
      <RuleNames title="编号和这里的相同、内容不同的" rules={clashing} />
      <RuleNames title="和这里一样、不用存的" rules={same} />
    </Modal>
  )
}

function RuleNames({ rules, title }: { readonly title: string; readonly rules: readonly Rule[] }) {
  if (rules.length === 0) return null
  return (
    <section className="import-part">
      <h3>
        {title}（{rules.length} 个）
      </h3>
      <ul>
        {rules.map((rule) => (
          <li key={rule.ruleId}>
            <b>{rule.name}</b>
            <span className="note">
              {quorumWords(rule)}；{passesWords(rule)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
