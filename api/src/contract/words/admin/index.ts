import { accountsEn } from './accounts.en.ts'
import { accountsPtBR } from './accounts.pt-BR.ts'
import { actionsEn } from './actions.en.ts'
import { actionsPtBR } from './actions.pt-BR.ts'
import { conflictEn } from './conflict.en.ts'
import { conflictPtBR } from './conflict.pt-BR.ts'
import { filtersEn } from './filters.en.ts'
import { filtersPtBR } from './filters.pt-BR.ts'
import { historyEn } from './history.en.ts'
import { historyPtBR } from './history.pt-BR.ts'
import { kindsEn } from './kinds.en.ts'
import { kindsPtBR } from './kinds.pt-BR.ts'
import { listEn } from './list.en.ts'
import { listPtBR } from './list.pt-BR.ts'
import { permissionAnswersEn } from './permission-answers.en.ts'
import { permissionAnswersPtBR } from './permission-answers.pt-BR.ts'
import { permissionJsonEn } from './permission-json.en.ts'
import { permissionJsonPtBR } from './permission-json.pt-BR.ts'
import { permissionMatrixEn } from './permission-matrix.en.ts'
import { permissionMatrixPtBR } from './permission-matrix.pt-BR.ts'
import { permissionMembersEn } from './permission-members.en.ts'
import { permissionMembersPtBR } from './permission-members.pt-BR.ts'
import { permissionReviewEn } from './permission-review.en.ts'
import { permissionReviewPtBR } from './permission-review.pt-BR.ts'
import { permissionRulesEn } from './permission-rules.en.ts'
import { permissionRulesPtBR } from './permission-rules.pt-BR.ts'
import { permissionTestsEn } from './permission-tests.en.ts'
import { permissionTestsPtBR } from './permission-tests.pt-BR.ts'
import { permissionTransferEn } from './permission-transfer.en.ts'
import { permissionTransferPtBR } from './permission-transfer.pt-BR.ts'
import { permissionWordsEn } from './permission-words.en.ts'
import { permissionWordsPtBR } from './permission-words.pt-BR.ts'
import { recordEn } from './record.en.ts'
import { recordPtBR } from './record.pt-BR.ts'
import { revealEn } from './reveal.en.ts'
import { revealPtBR } from './reveal.pt-BR.ts'
import { shellEn } from './shell.en.ts'
import { shellPtBR } from './shell.pt-BR.ts'

/** Texts of the screens, pt-BR. */
export const adminPtBR = {
  ...accountsPtBR,
  ...actionsPtBR,
  ...conflictPtBR,
  ...filtersPtBR,
  ...historyPtBR,
  ...kindsPtBR,
  ...listPtBR,
  ...permissionAnswersPtBR,
  ...permissionJsonPtBR,
  ...permissionMatrixPtBR,
  ...permissionMembersPtBR,
  ...permissionReviewPtBR,
  ...permissionRulesPtBR,
  ...permissionTestsPtBR,
  ...permissionTransferPtBR,
  ...permissionWordsPtBR,
  ...recordPtBR,
  ...revealPtBR,
  ...shellPtBR,
} as const

/** Texts of the screens, English. */
export const adminEn = {
  ...accountsEn,
  ...actionsEn,
  ...conflictEn,
  ...filtersEn,
  ...historyEn,
  ...kindsEn,
  ...listEn,
  ...permissionAnswersEn,
  ...permissionJsonEn,
  ...permissionMatrixEn,
  ...permissionMembersEn,
  ...permissionReviewEn,
  ...permissionRulesEn,
  ...permissionTestsEn,
  ...permissionTransferEn,
  ...permissionWordsEn,
  ...recordEn,
  ...revealEn,
  ...shellEn,
} as const satisfies Record<keyof typeof adminPtBR, string>
