import '@fontsource-variable/inter/wght.css';
import './styles/base.css';
import './styles/system.css';
import './styles/tokens.css';
import { openPage } from './app/page.tsx';
import { QuickRoot } from './app/quick-root.tsx';

openPage(<QuickRoot />);
