export { checkStrings } from './checkStrings';
export {
  escapeInvisible,
  invisibleCharacters,
  replaceInvisible,
} from './invisible';
