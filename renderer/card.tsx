import '@fontsource-variable/inter/wght.css';
import './styles/base.css';
import './styles/system.css';
import './styles/tokens.css';
import { openPage } from './app/page.tsx';
import { CardRoot } from './app/card-root.tsx';

openPage(<CardRoot />);
