export { OtherImages } from './OtherImages';
