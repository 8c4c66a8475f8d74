<p>getenv('OUTSIDE') isn't code</p>
<?php
// getenv('IN_COMMENT')
# getenv('IN_HASH')
#[Attribute('x')]
/* env('IN_BLOCK') */
return [
    'name' => env('APP_NAME', 'Shop'), // read: APP_NAME usable
    'key' => env('APP_KEY'), // read: APP_KEY none
    'blank' => env("APP_BLANK", ''), // read: APP_BLANK empty
    'null' => env('APP_NULL', null), // read: APP_NULL empty
    'host' => getenv('DB_HOST') ?: 'localhost', // read: DB_HOST usable
    'user' => $_ENV['DB_USER'] ?? 'root', // read: DB_USER usable
    'pass' => $_ENV['DB_PASS'], // read: DB_PASS none
    'server' => $_SERVER['APP_REGION'] ?? '', // read: APP_REGION empty
    'method' => $_SERVER['REQUEST_METHOD'],
    'set' => isset($_ENV['APP_SET']) ? $_ENV['APP_SET'] : 's', // read: APP_SET usable; APP_SET usable
    'text' => "env('IN_STRING') {$_ENV['IN_HOLE']}", // read: IN_HOLE none
    'single' => 'getenv(\'IN_SINGLE\')',
    'method2' => $container->env('NOT_READ') . Config::getenv('NOT_READ_EITHER'),
    'made' => getenv('PRE_' . $name), // read: PRE_* computed
];
$text = ""; // read+2: HEREDOC_HOLE none
$text = <<<TEXT
getenv('IN_HEREDOC') {$_ENV['HEREDOC_HOLE']}
TEXT;
putenv('WRITTEN=1');
function env2($key) { return getenv($key); } // read: * computed
?>
<p><?= getenv('IN_SHORT_TAG') /* read: IN_SHORT_TAG none */ ?></p>
