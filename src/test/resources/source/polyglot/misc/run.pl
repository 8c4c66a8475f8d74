#!/usr/bin/perl
# $ENV{IN_COMMENT}
my $token = $ENV{TOKEN}; # read: TOKEN none
my $port = $ENV{'PORT'} || 80; # read: PORT usable
my $host = $ENV{HOST} // 'localhost'; # read: HOST usable
my $must = $ENV{MUST} or die "no"; # read: MUST fails
print "in $ENV{HOLE} here"; # read: HOLE none
my $single = '$ENV{IN_SINGLE}';
my $list = $#array; my $q = q($ENV{IN_Q});
$ENV{WRITTEN} = 1;

=pod

$ENV{IN_POD}

=cut

my $last = $ENV{LAST}; # read: LAST none
