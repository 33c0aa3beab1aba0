import type { HostRefusal } from './create-host.ts'

/** Why a host could not be started, and what to do next: printed for the person at the laptop. */
export function sayHostRefusal(refusal: HostRefusal): string {
  switch (refusal.code) {
    case 'folderInUse':
      return `数据文件夹正由另一个议事厅使用（${refusal.holder}）。请先关闭它，再启动这一个。`
    case 'documentDamaged':
      return refusal.damage.reason === 'newerVersion'
        ? `文件 ${refusal.damage.path} 由更新的版本写成。请安装新版本后再打开。`
        : `文件 ${refusal.damage.path} 已损坏。请保留数据文件夹，并从备份恢复这个文件。`
    case 'portFixed':
      return `有一次会议还没有封存，它的地址用的是端口 ${refusal.port}。请仍用这个端口启动；一定要换时加 --move-port，大家需重新入场。`
    case 'portTaken':
      return `端口 ${refusal.port} 已被别的程序占用。请关闭那个程序；关不掉就用 --port 换一个端口，有会议还没封存时再加 --move-port，大家需重新入场。`
  }
}

/** The disk no longer takes anything: the host has told everybody and ends. */
export const STORAGE_FAILED = '数据文件夹写不进去，主机已停止；之前确认过的都在。请检查磁盘空间后重新启动。'
