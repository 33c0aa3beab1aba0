import { App } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import '../first-run/setup.css'
import './rules.css'
import { chinaDate } from '../../../shared/core/china-time.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { findRule } from '../../../shared/rules/rule-packs.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { useNotices } from '../desk-context.tsx'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import { builtInRulePacks, useLibrary } from '../library/use-library.ts'
import { draftedRule } from './drafted-rule.ts'
import { ImportPacks } from './ImportPacks.tsx'
import { asCopies, type Incoming, incomingPacks } from './import-packs.ts'
import { mintRuleId } from './mint-rule-id.ts'
import { originOf } from './origin.ts'
import { PackEditor } from './PackEditor.tsx'
import { EditorFoot, ListFoot, ViewFoot } from './PackFeet.tsx'
import { PackList } from './PackList.tsx'
import { PackView } from './PackView.tsx'
import { draftOf, isRuleDraft, newDraft, type RuleDraft } from './rule-draft.ts'
import { usePacks } from './use-packs.ts'

const DRAFT = 'rulePack'
const isKept = (value: unknown): value is RuleDraft | null => value === null || isRuleDraft(value)

/** 规则包: the list, one of them in plain words, or one that is being written. */
export function RulePacksPage() {
  const client = useHall()
  const { rulePacks } = useLibrary()
  const { refuse } = useNotices()
  const { modal } = App.useApp()
  const packs = usePacks()
  const [draft, setDraft] = useDraft<RuleDraft | null>(DRAFT, null, isKept)
  const [openId, setOpenId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [incoming, setIncoming] = useState<Incoming | null>(null)
  const today = chinaDate(client.hostNow())
  const own = client.library.rulePacks
  const origin = (rule: Rule) => originOf(rule.ruleId, builtInRulePacks, own)
  const open = findRule(rulePacks, openId)

  const edit = (next: RuleDraft) => {
    setTried(false)
    setDraft(next)
  }
  const stopEditing = () => {
    flushSync(() => setDraft(null))
    forgetDraft(DRAFT)
  }
  const drafted = draft === null ? null : draftedRule(draft)
  const store = async () => {
    setTried(true)
    if (drafted === null || !drafted.ok || busy) return
    setBusy(true)
    const saved = await packs.save(drafted.value)
    setBusy(false)
    if (!saved) return
    setOpenId(drafted.value.ruleId)
    stopEditing()
  }
  const remove = (rule: Rule) => {
    const restoring = origin(rule) === 'changed'
    modal.confirm({
      title: restoring ? `“${rule.name}”将恢复成软件自带的样子` : `将删去“${rule.name}”`,
      content: '已经召集的会有自己的一份，不受影响。要留底请先导出。',
      okText: restoring ? '恢复原样' : '删去',
      cancelText: '再看看',
      onOk: async () => {
        if ((await packs.remove(rule.ruleId)) && !restoring) setOpenId(null)
      },
    })
  }
  const read = (bytes: Uint8Array) => {
    const read = incomingPacks(bytes, rulePacks)
    if (read.ok) setIncoming(read.value)
    else refuse(read.refusal)
  }
  const [faults, fault] =
    tried && drafted?.ok === false ? [drafted.refusal, drafted.refusal[0]?.sentence ?? null] : [[], null]

  return (
    <div className="desk">
      <DeskHead
        title={draft === null ? '规则包' : '写规则'}
        detail={draft?.name ?? open?.name ?? '什么时候能表决、怎样算通过；会议召集时各拿一份'}
        desk="chair"
      />
      <ConnectionBanner />
      <main className="rules-page">
        {draft !== null ? (
          <PackEditor
            key={draft.ruleId}
            draft={draft}
            before={findRule(rulePacks, draft.ruleId)}
            faults={faults}
            today={today}
            onChange={setDraft}
          />
        ) : open !== null ? (
          <PackView key={open.ruleId} rule={open} origin={origin(open)} today={today} />
        ) : (
          <PackList rules={rulePacks} today={today} originOf={origin} onOpen={(rule) => setOpenId(rule.ruleId)} />
        )}
      </main>
      {draft !== null ? (
        <EditorFoot fault={fault} busy={busy} onCancel={stopEditing} onSave={() => void store()} />
      ) : open !== null ? (
        <ViewFoot
          origin={origin(open)}
          onBack={() => setOpenId(null)}
          onExport={() => void packs.exportAs(`规则包 ${open.name}`, [open])}
          onCopy={() => edit(draftOf(asCopies([open], () => mintRuleId(randomBytes))[0] ?? open))}
          onRemove={() => remove(open)}
          onEdit={() => edit(draftOf(open))}
        />
      ) : (
        <ListFoot
          onExport={() => void packs.exportAs(`规则包 ${today}`, rulePacks)}
          onBytes={read}
          onNew={() => edit(newDraft(mintRuleId(randomBytes)))}
        />
      )}
      {incoming !== null && (
        <ImportPacks
          incoming={incoming}
          own={own}
          onClose={() => setIncoming(null)}
          onRefused={refuse}
          onSave={packs.saveAll}
        />
      )}
    </div>
  )
}
