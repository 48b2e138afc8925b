import type { GroupSeed } from '../contract/permissions.ts'

/** What the logins of customers may do on the platform, to begin with. */
export const groupsOfCustomers: readonly GroupSeed[] = [
  {
    name: 'Básico',
    description: 'O que todo cliente vê na plataforma: seus veículos, a posição atual e os alertas.',
    audience: 'customers',
    isDefault: true,
    rules: [
      { actions: ['read'], subject: 'vehicle' },
      { actions: ['read'], subject: 'position' },
      { actions: ['read', 'acknowledge'], subject: 'alert' },
    ],
    tests: [
      { can: true, action: 'read', subject: 'position' },
      { can: false, action: 'lock', subject: 'command' },
    ],
  },
  {
    name: 'Completo',
    description: 'Tudo o que a plataforma oferece a um cliente, comandos e relatórios também.',
    audience: 'customers',
    rules: [
      { actions: ['read', 'update', 'export'], subject: 'vehicle' },
      { actions: ['read', 'history', 'share'], subject: 'position' },
      { actions: ['read', 'create', 'update', 'delete', 'acknowledge'], subject: 'alert' },
      { actions: ['read', 'lock', 'unlock', 'locate'], subject: 'command' },
      { actions: ['read', 'generate', 'schedule', 'export'], subject: 'report' },
    ],
    tests: [
      { can: true, action: 'lock', subject: 'command' },
      { can: true, action: 'generate', subject: 'report' },
    ],
  },
]
