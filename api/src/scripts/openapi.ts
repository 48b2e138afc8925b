import { openApi } from '../derive/openapi/document.ts'
import { otherPaths } from '../http/openapi/paths.ts'
import * as resources from '../resources/index.ts'

console.log(JSON.stringify(openApi({ resources, otherPaths: otherPaths(resources) }), null, 2))
