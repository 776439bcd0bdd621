<?php
// WordPress as Debian ships it, with a database and a content folder that live for one run.
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'SHELF_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
$table_prefix = 'wp_';

// A whole site has one theme and the one address that it always names itself by. Else the first part
// of the path names the theme; WordPress takes it for the folder it stands in.
$theme = getenv( 'SHELF_THEME' ) ?: explode( '/', $_SERVER['REQUEST_URI'] )[1];
define( 'WP_HOME', getenv( 'SHELF_HOME' ) ?: 'http://' . ( $_SERVER['HTTP_HOST'] ?? 'localhost' ) . "/$theme" );
define( 'WP_SITEURL', WP_HOME );
if ( ! getenv( 'SHELF_HOME' ) ) {
	$_SERVER['PHP_SELF'] = $_SERVER['SCRIPT_NAME'] = "/$theme/index.php";
}

define( 'WP_CONTENT_DIR', getenv( 'SHELF_CONTENT' ) );
defined( 'ABSPATH' ) || define( 'ABSPATH', '/usr/share/wordpress/' );
// Without TLS, passwords of applications are allowed at a desk only.
define( 'WP_ENVIRONMENT_TYPE', 'local' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTH_SALT', 'for one run' );
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );

// What `add_filter` writes down once WordPress has loaded it.
$wp_filter = array();
$said      = array(
	'pre_option_template'       => fn() => $theme,
	'pre_option_stylesheet'     => fn() => $theme,
	'pre_option_posts_per_page' => fn() => getenv( 'SHELF_HOME' ) ? 2 : false,
	// All visitors of a test come from one address, one right after the other.
	'comment_flood_filter'      => fn() => false,
);
foreach ( $said as $hook => $function ) {
	$wp_filter[ $hook ][99]['shelf'] = array(
		'function'      => $function,
		'accepted_args' => 1,
	);
}

require ABSPATH . 'wp-settings.php';
